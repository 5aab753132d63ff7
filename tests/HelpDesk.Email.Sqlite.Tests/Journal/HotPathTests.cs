using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.Tests.Support;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tests.Journal;

public sealed class HotPathTests : IDisposable
{
    // The queue, the mail that waits and the untold events are short by nature, and only looked through when a process joins.
    private static readonly string[] MayBeScanned = ["json_each", "sqlite_sequence", "journal_queue", "host_event", "outbox_due", "outbox_waiting", "content_stage", "CONSTANT ROW"];

    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_statement_of_a_mails_way_looks_through_a_table_that_grows()
    {
        using var stores = _folder.Open();
        await WalkAsync(stores);
        var database = DatabaseOf(stores);
        var statements = await database.WriteAsync(Prepared, StoreFolder.Token);
        statements.AddRange(await database.ReadAsync(Prepared, StoreFolder.Token));

        var plans = statements.Distinct().Where(sql => char.IsLetter(sql[0]) && !IsControl(sql)).SelectMany(Explain).ToList();

        Assert.True(plans.Count > 60);
        Assert.DoesNotContain(plans, line => line.Plan.StartsWith("SCAN", StringComparison.Ordinal) && !MayBeScanned.Any(line.Plan.Contains));
        Assert.DoesNotContain(plans, Sorts);

        // The rows with a Message-ID are few, and the queue is long while mail floods in: nothing may be gone through but those rows.
        var parents = statements.Distinct().Where(sql => sql.Contains("message_id IN", StringComparison.Ordinal) && sql.Contains("journal_queue)", StringComparison.Ordinal)).SelectMany(Explain).ToList();
        Assert.Contains(parents, line => line.Plan.StartsWith("SEARCH j USING INDEX journal_message", StringComparison.Ordinal));
    }

    // Of what a page is taken from, all would be read to sort it; only a search for some ids is short anyway.
    private static bool Sorts((string Sql, string Plan) line) =>
        line.Plan.Contains("TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
        && line.Sql.Contains("LIMIT", StringComparison.Ordinal)
        && !line.Sql.Contains("json_each", StringComparison.Ordinal);

    private async Task WalkAsync(SqliteStores stores)
    {
        var mail = stores.Mail;
        await using var node = await mail.JoinAsync("a", StoreFolder.Token);
        await stores.AppendAsync(Mails.New(_folder, "1") with { NeedsAcknowledgement = true, DuplicateWindow = TimeSpan.FromDays(1) });
        await stores.AppendAsync(Mails.New(_folder, "2", octets: "Subject: 1\r\n\r\nHello\r\n") with { DuplicateWindow = TimeSpan.FromDays(1) });
        await stores.AppendAsync(Mails.New(_folder, "3", MailContent.FromOctets(new byte[2_000_000])));
        foreach (var claim in await stores.ClaimAsync())
        {
            await mail.Queue.RenewAsync([claim], TimeSpan.FromMinutes(1), StoreFolder.Token);
            await mail.Queue.CommitAsync(claim, new DecisionCommit("d", "t", ["k1", "k2"]), StoreFolder.Token);
            await mail.Queue.CommitAsync(claim, new GiveUpCommit(Guid.NewGuid(), "t"), StoreFolder.Token);
            await mail.Queue.CommitAsync(claim, new DecisionCommit("d", "t", [claim.Entry.Receipt]), StoreFolder.Token);
            await mail.Queue.CommitAsync(claim, new ReleaseCommit(_folder.Clock.GetUtcNow(), Counted: false, "t"), StoreFolder.Token);
        }

        foreach (var claim in await stores.ClaimAsync())
        {
            await mail.Queue.CommitAsync(claim, new ResultCommit("r"), StoreFolder.Token);
            await mail.Queue.CommitAsync(claim, Finish(claim), StoreFolder.Token);
            await mail.Journal.ReplayAsync(claim.Entry.Id, Guid.NewGuid(), StoreFolder.Token);
        }

        foreach (var claim in await mail.Outbox.ClaimAsync(new OutboxClaimRequest("a", 10, TimeSpan.FromMinutes(1)), StoreFolder.Token))
        {
            await mail.Outbox.RenewAsync([claim], TimeSpan.FromMinutes(1), StoreFolder.Token);
            await mail.Outbox.CommitAsync(claim, new SendingCommit(), StoreFolder.Token);
            await mail.Outbox.CommitAsync(claim, new DeliveryCommit(claim.Entry.Recipients, _folder.Clock.GetUtcNow()) { ProviderMessageId = "<p>" }, StoreFolder.Token);
            await mail.Outbox.OpenContentAsync(claim.Entry.Id, StoreFolder.Token);
        }

        foreach (var claim in await mail.HostEvents.ClaimAsync("a", 10, TimeSpan.FromMinutes(1), StoreFolder.Token))
        {
            await mail.HostEvents.CompleteAsync(claim, null, StoreFolder.Token);
        }

        await mail.Journal.MarkAcknowledgedAsync([1], StoreFolder.Token);
        await mail.MessageIndex.FindAsync(["<1>"], StoreFolder.Token);
        foreach (var query in new JournalQuery[]
        {
            new() { Id = 1 }, new() { MessageIds = ["<1>"] }, new() { Ticket = "1" }, new() { Finished = false, Before = 9 }, new() { MessageIds = ["<1>"], Finished = false },
            new() { Outcome = JournalOutcome.Quarantined }, new() { UnacknowledgedIn = "support", Before = 9 },
        })
        {
            await mail.Journal.FindAsync(query, StoreFolder.Token);
        }

        foreach (var query in new OutboxQuery[]
        {
            new() { Id = 1 }, new() { MessageIds = ["<1>"] }, new() { Ticket = "1" }, new() { ReversePaths = ["a@example.test"] }, new() { JournalId = 1 }, new() { State = OutboxState.Failed, Before = 9 },
        })
        {
            await mail.Outbox.FindAsync(query, StoreFolder.Token);
        }

        await mail.Outbox.DiscardAsync(1, "r", StoreFolder.Token);
        await mail.Outbox.RequeueAsync(2, StoreFolder.Token);
        await mail.SuppressedAddresses.FindAsync(["a@example.test"], StoreFolder.Token);
        await mail.SuppressedAddresses.ListAsync(null, 10, StoreFolder.Token);
        await mail.SuppressedAddresses.LiftAsync("a@example.test", StoreFolder.Token);
        await WalkTicketsAsync(stores);
    }

    private FinishCommit Finish(JournalClaim claim) => new(JournalOutcome.Quarantined, "t")
    {
        Ticket = "1",
        Index = [new IndexedMessage(claim.Entry.Facts.MessageId, "1")],
        Outbox =
        [
            new NewOutboxEntry("<o>", ["a@example.test"], MailContent.FromOctets(new byte[] { 1 }))
            {
                NotBefore = _folder.Clock.GetUtcNow(), Ticket = "1", Throttle = [new ThrottleLimit("k", 9, TimeSpan.FromHours(1))],
            },
        ],
        Reports = [new RecipientReport(1, "a@example.test", "r")],
        Suppressed = [new SuppressedAddress("a@example.test", _folder.Clock.GetUtcNow().AddDays(1), "r") { Since = _folder.Clock.GetUtcNow() }],
        Lifted = ["b@example.test"],
        Events = [new NewHostEvent(Guid.NewGuid(), "t", "1", "{}")],
    };

    private static async Task WalkTicketsAsync(SqliteStores stores)
    {
        var ann = EmailAddress.Create("ann@example.test");
        var change = new TicketChange
        {
            OperationId = Guid.NewGuid(),
            Requester = ann,
            AddParticipants = [EmailAddress.Create("bob@example.test")],
            Entry = new NewTicketEntry(ann, "Hi")
            {
                Attachments = [new TicketAttachment("a", "text/plain", 0, MailContent.FromOctets(default).Hash) { Open = () => new MemoryStream() }],
            },
        };
        var number = (await stores.Tickets.ApplyAsync(change, StoreFolder.Token)).Ticket!.Number;
        await stores.Tickets.ApplyAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = number }, StoreFolder.Token);
        await stores.Tickets.ApplyAsync(TicketChange.Nothing(Guid.NewGuid()), StoreFolder.Token);
        await stores.Tickets.FindAsync(TicketLookup.Of(number), StoreFolder.Token);
        _ = await stores.Tickets.EntriesAsync(number, StoreFolder.Token).ToListAsync(StoreFolder.Token);
        _ = await stores.Tickets.NewestEntriesAsync(number, 10, StoreFolder.Token);
        await stores.Contacts.CreateAsync(ann, StoreFolder.Token);
    }

    private IEnumerable<(string Sql, string Plan)> Explain(string sql)
    {
        using var connection = _folder.Connect();
        using var plan = connection.Prepare($"EXPLAIN QUERY PLAN {sql}");
        while (plan.Read())
        {
            yield return (sql, plan.Row.Text(3));
        }
    }

    private static bool IsControl(string sql) =>
        sql.Split(' ')[0] is "BEGIN" or "COMMIT" or "ROLLBACK" or "SAVEPOINT" or "RELEASE" or "PRAGMA";

    private static List<string> Prepared(Connection connection) => [.. Idle(connection).Keys];

    private static Database DatabaseOf(SqliteStores stores) => Field(stores);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_idle")]
    private static extern ref Dictionary<string, Statement> Idle(Connection connection);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_database")]
    private static extern ref Database Field(SqliteStores stores);
}
