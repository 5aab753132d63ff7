using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Tests.Engines;

/// <summary>What one process writes wakes the others: none of them looks by itself within the time of a test.</summary>
[Trait("Feature", "BE-09")]
public sealed class WakeUpTests : IDisposable
{
    private static readonly (string, string)[] Patient = [("Processing:PollInterval", "00:10:00"), ("Processing:BatchSize", "1")];

    private readonly StoreSchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task Mail_that_one_engine_takes_in_is_processed_by_another_at_once()
    {
        await using var busy = await TestEngine.StartAsync(_schema.Options, Patient);
        await using var idle = await TestEngine.StartAsync(_schema.Options, Patient);
        busy.Gate.Close();
        idle.Gate.Close();

        // Both have one in hand, and no look is under way.
        await busy.AcceptAsync(1);
        await busy.AcceptAsync(2);
        await Eventually.BecomesTrueAsync(() => busy.Gate.Seen == 1 && idle.Gate.Seen == 1, "a mail in each engine");
        idle.Gate.Open();
        await Eventually.BecomesTrueAsync(() => _schema.Scalar<long>("SELECT count(*) FROM journal_queue") == 1, "the end of the idle engine's");
        for (var i = 3; i < 8; i++)
        {
            // The idle engine falls asleep meanwhile; nobody hears of that.
            await Task.Delay(100, StoreSchema.Token);
            await busy.AcceptAsync(i);
            await Eventually.BecomesTrueAsync(() => _schema.Scalar<long>("SELECT count(*) FROM journal_queue") == 1, $"mail {i}");
        }

        Assert.Equal(1, busy.Gate.Seen);
    }

    [Fact]
    public async Task A_flood_from_one_engine_is_finished_though_only_its_first_mail_rings_at_once()
    {
        await using var busy = await TestEngine.StartAsync(_schema.Options, Patient);
        await using var idle = await TestEngine.StartAsync(_schema.Options, Patient);
        busy.Gate.Close();
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await busy.AcceptAsync(Random.Shared.Next(1_000_000, 2_000_000));
                return busy.Gate.Seen == 1;
            },
            "a mail in the busy engine");
        await Task.WhenAll(Enumerable.Range(1, 50).Select(busy.AcceptAsync));

        await Eventually.BecomesTrueAsync(() => _schema.Scalar<long>("SELECT count(*) FROM journal_queue") == 1, "all but the one in the busy engine");
    }

    [Fact]
    public async Task A_mail_that_is_put_back_by_another_process_is_worked_at_once()
    {
        await using var engine = await TestEngine.StartAsync(_schema.Options, Patient);
        var other = _schema.Open(clock: TimeProvider.System);
        await using var node = await other.Mail.JoinAsync("other", StoreSchema.Token);
        engine.Gate.Close();
        var id = await engine.AcceptAsync(1);
        await Eventually.BecomesTrueAsync(() => engine.Gate.Seen == 1, "the mail in the engine");
        _schema.Execute("UPDATE journal_queue SET due = now() - interval '1 second'");
        var claim = await Eventually.GetAsync(async () => (await other.Mail.Queue.ClaimAsync("other", 1, TimeSpan.FromMinutes(1), StoreSchema.Token)).SingleOrDefault(), "the mail");
        await other.Mail.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Quarantined, string.Empty), StoreSchema.Token);
        engine.Gate.Open();

        // The engine learns that it lost the mail, and falls asleep; nobody hears of that.
        await Task.Delay(200, StoreSchema.Token);

        Assert.True(await other.Mail.Journal.ReplayAsync(id, Guid.NewGuid(), StoreSchema.Token));

        await Eventually.BecomesTrueAsync(() => _schema.Scalar<long>("SELECT count(*) FROM ticket") == 1, "the ticket");
    }

    [Fact]
    public async Task A_listener_whose_connection_broke_listens_again_by_itself_and_wakes_once_for_what_it_missed()
    {
        var (listening, writing) = (_schema.Open(clock: TimeProvider.System), _schema.Open(clock: TimeProvider.System));
        await using var node = await listening.Mail.JoinAsync("one", StoreSchema.Token);
        Assert.Equal(StoreNews.All, await NewsAsync(node));
        await writing.AppendAsync(Mails.New("r1"));
        Assert.Equal(StoreNews.Journal, await NewsAsync(node));

        _schema.Terminate();
        Assert.Equal(StoreNews.All, await NewsAsync(node));

        await Eventually.BecomesTrueAsync(
            async () =>
            {
                try
                {
                    await writing.AppendAsync(Mails.New(Guid.NewGuid().ToString()));
                    return true;
                }
                catch (Messages.StoreUnavailableException)
                {
                    return false;
                }
            },
            "a connection to write");
        Assert.Equal(StoreNews.Journal, await NewsAsync(node));
    }

    [Fact]
    public async Task A_process_does_not_wake_itself_and_what_is_rolled_back_wakes_nobody()
    {
        var (own, other) = (_schema.Open(clock: TimeProvider.System), _schema.Open(clock: TimeProvider.System));
        await using var node = await own.Mail.JoinAsync("one", StoreSchema.Token);
        await NewsAsync(node);
        await own.AppendAsync(Mails.New("r1"));
        Assert.False(await other.Mail.Journal.ReplayAsync(1, Guid.NewGuid(), StoreSchema.Token));
        var claim = Assert.Single(await other.ClaimAsync());
        var event1 = new NewHostEvent(Guid.NewGuid(), "type", "t", "{}");
        await other.Mail.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Created, "t") { Ticket = "t", Events = [event1] }, StoreSchema.Token);

        Assert.Equal(StoreNews.Events, await NewsAsync(node));
    }

    private static Task<StoreNews> NewsAsync(IMailStoreNode node) => node.WaitForNewsAsync(StoreSchema.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(90), StoreSchema.Token);
}
