using System.Security.Cryptography;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tests.Retention;

[Trait("Feature", "BE-11")]
public sealed class RetentionTests : IDisposable
{
    private static readonly ContentLimits Nothing = new() { Count = 0 };

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Feature", "IN-14")]
    public async Task A_file_of_a_ticket_outlives_the_mail_that_has_the_same_octets()
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes(5_000);
        var id = await FinishedAsync(stores, MailContent.FromOctets(octets));
        var file = new TicketAttachment("a.bin", "application/octet-stream", octets.Length, Convert.ToHexStringLower(SHA256.HashData(octets))) { Open = () => new MemoryStream(octets) };
        var ann = EmailAddress.Create("ann@example.test");
        var change = new TicketChange { OperationId = Guid.NewGuid(), Subject = "Help", Requester = ann, Entry = new NewTicketEntry(ann, "See file") { Attachments = [file] } };
        var ticket = (await stores.Tickets.ApplyAsync(change, StoreFolder.Token)).Ticket!;

        Assert.Equal(new PurgedContent(1, 5_000), await PurgeAsync(stores));

        Assert.Null(await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token));
        var entry = Assert.Single(await stores.Tickets.EntriesAsync(ticket.Number, StoreFolder.Token).ToListAsync(StoreFolder.Token));
        using var stream = Assert.Single(entry.Attachments).Open();
        using var read = new MemoryStream();
        await stream.CopyToAsync(read, StoreFolder.Token);
        Assert.Equal(octets, read.ToArray());
    }

    [Fact]
    [Trait("Feature", "IN-14")]
    public async Task Large_octets_leave_no_chunk_behind()
    {
        var stores = _folder.Open();
        var octets = RandomNumberGenerator.GetBytes((int)ContentStaging.MaxInline * 3);
        var id = await FinishedAsync(stores, MailContent.FromOctets(octets));
        Assert.True(Number("SELECT count(*) FROM content_chunk") > 1);

        Assert.Equal(1, (await PurgeAsync(stores)).Count);

        Assert.Null(await stores.Mail.Journal.OpenContentAsync(id, StoreFolder.Token));
        Assert.Equal(0, Number("SELECT count(*) FROM content_chunk"));
        Assert.Equal(0, Number("SELECT count(*) FROM content_stage"));
        Assert.Equal(1, Number("SELECT count(*) FROM content WHERE octets IS NULL AND stage IS NULL"));
    }

    [Fact]
    [Trait("Feature", "OU-07")]
    public async Task A_failed_mail_takes_its_octets_along()
    {
        var stores = _folder.Open();
        var mail = new NewOutboxEntry("<1@helpdesk.example>", ["ann@example.test"], MailContent.FromOctets(RandomNumberGenerator.GetBytes(3_000))) { Failure = "broken", NotBefore = default };
        await FinishedAsync(stores, MailContent.FromOctets(new byte[10]), mail);
        _folder.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await stores.Mail.Retention.DeleteFailedMailAsync(_folder.Clock.GetUtcNow().AddDays(-30), 100, StoreFolder.Token));

        Assert.Equal(0, Number("SELECT count(*) FROM outbox"));
        Assert.Equal(1, Number("SELECT count(*) FROM content"));
    }

    [Fact]
    public async Task A_sent_mail_leaves_its_row_and_no_octets()
    {
        var stores = _folder.Open();
        var mail = new NewOutboxEntry("<1@helpdesk.example>", ["ann@example.test"], MailContent.FromOctets(RandomNumberGenerator.GetBytes(3_000))) { NotBefore = default };
        await FinishedAsync(stores, MailContent.FromOctets(new byte[10]), mail);
        var claim = Assert.Single(await stores.Mail.Outbox.ClaimAsync(new OutboxClaimRequest("one", 1, TimeSpan.FromMinutes(1)), StoreFolder.Token));
        await stores.Mail.Outbox.CommitAsync(claim, new SendingCommit(), StoreFolder.Token);
        await stores.Mail.Outbox.CommitAsync(claim, new DeliveryCommit([new OutboxRecipient("ann@example.test") { State = OutboxRecipientState.Accepted }], default), StoreFolder.Token);
        _folder.Clock.Advance(TimeSpan.FromDays(31));

        Assert.Equal(1, await stores.Mail.Retention.PurgeSentMailAsync(_folder.Clock.GetUtcNow().AddDays(-30), 100, StoreFolder.Token));

        Assert.Equal(1, Number("SELECT count(*) FROM outbox WHERE content_id IS NULL"));
        Assert.Equal(1, Number("SELECT count(*) FROM content"));
        Assert.Contains(Plan(Sqlite.Retention.SentMailTable.Candidates), step => step.Contains("outbox_sent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_set_up_for_it_becomes_smaller()
    {
        using (var connection = _folder.Connect())
        {
            connection.Execute("PRAGMA auto_vacuum = INCREMENTAL; VACUUM");
        }

        var stores = _folder.Open();
        for (var i = 0; i < 20; i++)
        {
            await FinishedAsync(stores, MailContent.FromOctets(RandomNumberGenerator.GetBytes(200_000)));
        }

        var before = Number("PRAGMA page_count");
        Assert.Equal(20, (await PurgeAsync(stores)).Count);

        Assert.True(Number("PRAGMA page_count") < before / 2);
        Assert.Equal(0, Number("PRAGMA freelist_count"));
    }

    [Fact]
    public async Task Looking_for_what_may_go_follows_the_index_of_what_is_kept()
    {
        var stores = _folder.Open();
        await FinishedAsync(stores, MailContent.FromOctets(new byte[10]));
        var steps = Plan(Sqlite.Retention.PurgeTable.Candidates);

        Assert.Contains(steps, step => step.Contains("journal_kept", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private async Task<long> FinishedAsync(SqliteStores stores, MailContent content, params NewOutboxEntry[] outbox)
    {
        var id = await stores.AppendAsync(Mails.New(_folder, Guid.NewGuid().ToString(), content));
        var claim = Assert.Single(await stores.ClaimAsync());
        await stores.Mail.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Created, "done") { Outbox = outbox }, StoreFolder.Token);
        return id;
    }

    private static Task<PurgedContent> PurgeAsync(SqliteStores stores) => stores.Mail.Retention.PurgeContentAsync(Nothing, 100, StoreFolder.Token).AsTask();

    private List<string> Plan(string sql)
    {
        using var connection = _folder.Connect();
        using var plan = connection.Prepare("EXPLAIN QUERY PLAN " + sql);
        var steps = new List<string>();
        while (plan.Read())
        {
            steps.Add(plan.Row.Text(3));
        }

        return steps;
    }

    private long Number(string sql)
    {
        using var connection = _folder.Connect();
        using var statement = connection.Prepare(sql);
        return statement.Number()!.Value;
    }
}
