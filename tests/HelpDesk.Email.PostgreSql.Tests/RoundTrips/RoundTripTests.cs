using HelpDesk.Email.PostgreSql.Tests.Proxies;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.RoundTrips;

/// <summary>How often each piece of work asks the server and waits for it, counted between the two.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly StoreSchema _schema = new();
    private readonly TurnProxy _proxy = new(TestServer.Instance.Port);
    private readonly PostgreSqlStores _stores;

    public RoundTripTests()
    {
        var options = _schema.Options;
        _stores = _schema.Open(options with
        {
            ConnectionString = options.ConnectionString.Replace($"Port={TestServer.Instance.Port}", $"Port={_proxy.Port}", StringComparison.Ordinal),
        });
    }

    public void Dispose()
    {
        _schema.Dispose();
        _proxy.Dispose();
    }

    [Fact]
    public async Task One_mail_is_written_in_one_round_trip_and_fifty_in_two()
    {
        await _stores.AppendAsync(Mails.New("first"));
        Assert.Equal(1, await CountAsync(() => _stores.AppendAsync(Mails.New("second"))));
        Assert.Equal(2, await CountAsync(() => AppendAsync(50)));
    }

    [Fact]
    public async Task Each_commit_of_a_mail_is_one_round_trip_and_the_change_of_its_ticket_two()
    {
        await AppendAsync(3);
        Assert.Equal(1, await CountAsync(async () => await _stores.ClaimAsync(max: 2)));
        var claim = Assert.Single(await _stores.ClaimAsync(max: 1));
        Assert.Equal(1, await CountAsync(async () => Assert.Empty(await _stores.ClaimAsync())));
        Assert.Equal(1, await CountAsync(() => CommitAsync(claim, Work.Decision(claim))));

        var warm = await ApplyAsync(Work.Create(Guid.NewGuid()));
        var change = Work.Create(claim.Entry.OperationId);
        Assert.Equal(2, await CountAsync(() => ApplyAsync(change)));
        Assert.Equal(2, await CountAsync(() => ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = warm.Ticket!.Number, Entry = change.Entry })));

        Assert.Equal(1, await CountAsync(() => CommitAsync(claim, new ResultCommit("result"))));
        Assert.Equal(1, await CountAsync(() => CommitAsync(claim, Work.Finish(warm.Ticket!.Number))));

        IReadOnlyList<OutboxClaim> mails = [];
        Assert.Equal(1, await CountAsync(async () => mails = await _stores.Mail.Outbox.ClaimAsync(new OutboxClaimRequest("a", 10, TimeSpan.FromMinutes(1)), StoreSchema.Token)));
        var mail = Assert.Single(mails);
        Assert.Equal(1, await CountAsync(async () => Assert.True(await _stores.Mail.Outbox.CommitAsync(mail, new SendingCommit(), StoreSchema.Token))));
        Assert.Equal(1, await CountAsync(async () => Assert.True(await _stores.Mail.Outbox.CommitAsync(mail, Work.Delivery(mail), StoreSchema.Token))));
    }

    [Fact]
    public async Task Files_of_an_entry_are_looked_up_together_and_written_with_it()
    {
        await ApplyAsync(Work.Create(Guid.NewGuid()));
        var change = Work.Create(Guid.NewGuid());
        change = change with { Entry = change.Entry! with { Attachments = [File("one"), File("two"), File("three")] } };

        Assert.Equal(3, await CountAsync(() => ApplyAsync(change)));
        Assert.Equal(3, await CountAsync(() => ApplyAsync(change with { OperationId = Guid.NewGuid() })));
    }

    private static TicketAttachment File(string name)
    {
        var octets = System.Text.Encoding.ASCII.GetBytes(name);
        return new TicketAttachment(name, "text/plain", octets.Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(octets))) { Open = () => new MemoryStream(octets) };
    }

    private async Task AppendAsync(int count) =>
        await _stores.Mail.Journal.AppendAsync([.. Enumerable.Range(0, count).Select(i => Mails.New($"of {count}: {i}"))], StoreSchema.Token);

    private async Task CommitAsync(JournalClaim claim, JournalCommit commit) =>
        Assert.Equal(CommitStatus.Committed, (await _stores.Mail.Queue.CommitAsync(claim, commit, StoreSchema.Token)).Status);

    private async Task<ApplyResult> ApplyAsync(TicketChange change) => await _stores.Tickets.ApplyAsync(change, StoreSchema.Token);

    private async Task<int> CountAsync(Func<Task> work)
    {
        // A ring that is owed would be counted too.
        await Eventually.BecomesTrueAsync(() => !_stores.Bell.IsOwing, "the ring that is owed");
        var before = _proxy.Turns;
        await work();
        return _proxy.Turns - before;
    }
}
