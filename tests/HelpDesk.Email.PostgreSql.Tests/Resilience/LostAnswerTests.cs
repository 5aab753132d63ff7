using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Tests.Proxies;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Resilience;

/// <summary>Connections that break after the server has committed and before anybody hears of it.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private readonly StoreSchema _schema = new();
    private readonly TurnProxy _proxy = new(TestServer.Instance.Port);
    private readonly PostgreSqlStores _stores;

    public LostAnswerTests()
    {
        var options = _schema.Options;
        _stores = _schema.Open(options with
        {
            // Without what the pool says before it gives a connection to the next: the proxy waits for one answer, which is that of the statement.
            ConnectionString = options.ConnectionString.Replace($"Port={TestServer.Instance.Port}", $"Port={_proxy.Port}", StringComparison.Ordinal) + ";No Reset On Close=true",
            PreparesStatements = false,
        });
    }

    public void Dispose()
    {
        _schema.Dispose();
        _proxy.Dispose();
    }

    // How many answers are lost in a row: the store asks again once by itself, and then its caller does.
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_mail_whose_every_answer_is_lost_goes_its_way_once(int losses)
    {
        await _stores.AppendAsync(Mails.New("r1"));
        var claim = Assert.Single(await _stores.ClaimAsync());

        await CommitAsync(claim, Work.Decision(claim), "UPDATE journal_queue SET state", losses);
        await CommitAsync(claim, new GiveUpCommit(Guid.NewGuid(), string.Empty), "UPDATE journal_queue SET state", losses);
        await CommitAsync(claim, Work.Decision(claim), "UPDATE journal_queue SET state", losses);
        await CommitAsync(claim, new ResultCommit("result"), "UPDATE journal_queue SET state", losses);
        await CommitAsync(claim, new ReleaseCommit(_schema.Clock.GetUtcNow(), Counted: false, string.Empty), "UPDATE journal_queue SET", losses);
        var again = Assert.Single(await _stores.ClaimAsync());
        await CommitAsync(again, Work.Finish("T1"), "DELETE FROM journal_queue", losses);

        Assert.Equal(1, _schema.Scalar<long>("SELECT count(*) FROM outbox"));
        Assert.Equal(1, _schema.Scalar<long>("SELECT count(*) FROM host_event"));
        Assert.Equal(CommitStatus.ClaimLost, (await _stores.Mail.Queue.CommitAsync(claim, Work.Decision(claim), StoreSchema.Token)).Status);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task A_mail_on_its_way_out_is_noted_as_sent_though_the_answers_are_lost(int losses)
    {
        await _stores.AppendAsync(Mails.New("r1"));
        var claim = Assert.Single(await _stores.ClaimAsync());
        await _stores.Mail.Queue.CommitAsync(claim, Work.Finish("T1"), StoreSchema.Token);
        var request = new OutboxClaimRequest("a", 10, TimeSpan.FromMinutes(1));
        var mail = Assert.Single(await _stores.Mail.Outbox.ClaimAsync(request, StoreSchema.Token));

        await CommitAsync(mail, new SendingCommit(), losses);
        await CommitAsync(mail, new HoldCommit(_schema.Clock.GetUtcNow(), "held"), losses);
        mail = Assert.Single(await _stores.Mail.Outbox.ClaimAsync(request, StoreSchema.Token));
        await CommitAsync(mail, new SendingCommit(), losses);
        await CommitAsync(mail, Work.Delivery(mail), losses);

        var sent = Assert.Single(await _stores.Mail.Outbox.FindAsync(new OutboxQuery(), StoreSchema.Token));
        Assert.Equal((OutboxState.Sent, 1), (sent.State, sent.Attempts));
        Assert.False(await _stores.Mail.Outbox.CommitAsync(mail, new HoldCommit(_schema.Clock.GetUtcNow(), "late"), StoreSchema.Token));
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_given_back_at_once_and_no_attempt_is_counted()
    {
        await _stores.Mail.Journal.AppendAsync([Mails.New("r1"), Mails.New("r2")], StoreSchema.Token);
        _proxy.LoseAnswers("set_config('helpdesk.claimed'");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.ClaimAsync().AsTask());
        Assert.Equal(2, _schema.Scalar<long>("SELECT count(*) FROM journal_queue WHERE node IS NOT NULL"));

        var claims = await _stores.ClaimAsync();

        Assert.Equal([1, 1], claims.Select(claim => claim.Entry.Attempts));
        Assert.DoesNotContain(claims, claim => claim.Alone);
        await _stores.Mail.Queue.CommitAsync(claims[0], Work.Finish("T1"), StoreSchema.Token);
        _proxy.LoseAnswers("set_config('helpdesk.claimed'");
        var request = new OutboxClaimRequest("a", 10, TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Mail.Outbox.ClaimAsync(request, StoreSchema.Token).AsTask());
        Assert.False(Assert.Single(await _stores.Mail.Outbox.ClaimAsync(request, StoreSchema.Token)).InDoubt);
        _proxy.LoseAnswers("UPDATE host_event e");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Mail.HostEvents.ClaimAsync("a", 10, TimeSpan.FromMinutes(1), StoreSchema.Token).AsTask());
        Assert.Equal(1, Assert.Single(await _stores.Mail.HostEvents.ClaimAsync("a", 10, TimeSpan.FromMinutes(1), StoreSchema.Token)).Attempts);
    }

    [Fact]
    public async Task A_mail_and_a_ticket_are_written_once_though_the_answers_are_lost()
    {
        var entry = Mails.New("r1");
        _proxy.LoseAnswers("INSERT INTO journal (");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.AppendAsync(entry));
        Assert.Equal(AppendStatus.Known, (await _stores.Mail.Journal.AppendAsync([entry], StoreSchema.Token)).Single().Status);

        var change = Work.Create(Guid.NewGuid());
        _proxy.LoseAnswers("UPDATE ticket_operation");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Tickets.ApplyAsync(change, StoreSchema.Token).AsTask());
        var result = await _stores.Tickets.ApplyAsync(change, StoreSchema.Token);

        Assert.Equal((ApplyStatus.Applied, true), (result.Status, result.Created));
        Assert.Equal(1, _schema.Scalar<long>("SELECT count(*) FROM ticket"));
        Assert.Equal(1, _schema.Scalar<long>("SELECT count(*) FROM ticket_entry"));
    }

    [Fact]
    public async Task An_answer_that_is_out_of_turn_is_that_of_a_connection_that_broke()
    {
        await _stores.AppendAsync(Mails.New("r1"));
        var claim = Assert.Single(await _stores.ClaimAsync());
        _proxy.ConfuseAnswers("UPDATE journal_queue SET state");
        Assert.Equal(CommitStatus.Committed, (await _stores.Mail.Queue.CommitAsync(claim, Work.Decision(claim), StoreSchema.Token)).Status);

        var change = Work.Create(Guid.NewGuid());
        _proxy.ConfuseAnswers("UPDATE ticket_operation");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => _stores.Tickets.ApplyAsync(change, StoreSchema.Token).AsTask());

        var result = await _stores.Tickets.ApplyAsync(change, StoreSchema.Token);
        Assert.Equal((ApplyStatus.Applied, true), (result.Status, result.Created));
        Assert.Equal(1, _schema.Scalar<long>("SELECT count(*) FROM ticket"));
        Assert.Equal(0, _proxy.Losses);
    }

    private async Task CommitAsync(JournalClaim claim, JournalCommit commit, string statement, int losses)
    {
        _proxy.LoseAnswers(statement, losses);
        Assert.Equal(CommitStatus.Committed, (await UntilAnsweredAsync(async () => await _stores.Mail.Queue.CommitAsync(claim, commit, StoreSchema.Token))).Status);
        Assert.Equal(0, _proxy.Losses);
    }

    private async Task CommitAsync(OutboxClaim claim, OutboxCommit commit, int losses)
    {
        _proxy.LoseAnswers("UPDATE outbox SET state", losses);
        Assert.True(await UntilAnsweredAsync(async () => await _stores.Mail.Outbox.CommitAsync(claim, commit, StoreSchema.Token)));
        Assert.Equal(0, _proxy.Losses);
    }

    private static async Task<T> UntilAnsweredAsync<T>(Func<Task<T>> commit)
    {
        while (true)
        {
            try
            {
                return await commit();
            }
            catch (StoreUnavailableException)
            {
                StoreSchema.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
