using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Contacts;
using HelpDesk.Email.PostgreSql.HostEvents;
using HelpDesk.Email.PostgreSql.Journal;
using HelpDesk.Email.PostgreSql.Knowledge;
using HelpDesk.Email.PostgreSql.MessageIndex;
using HelpDesk.Email.PostgreSql.Outbox;
using HelpDesk.Email.PostgreSql.Retention;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.PostgreSql.Tickets;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tests.Plans;

public sealed class HotPathTests : IDisposable
{
    // Full tables, most of it done: as after some months.
    private const string Rows =
        """
        INSERT INTO content (hash, length, octets) SELECT sha256(i::text::bytea), 10, 'octets' FROM generate_series(1, 6000) i;
        INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, envelope_recipients, content_id, needs_acknowledgement, message_id, message_key,
            in_reply_to, reference_ids, subject, body_digest, outcome, ticket, attempts, conflicts, not_before, fence)
        SELECT 'm' || i % 20, 'r' || i, 0, gen_random_uuid(), now() - i * interval '1 minute', '[]', i, i % 100 = 0, 'id' || i, gen_random_uuid(),
            '[]', '[]', 's', 'd', CASE WHEN i % 100 = 0 THEN 7 ELSE 1 END, 't' || i % 2000, 1, 0, now(), 1 FROM generate_series(1, 6000) i;
        INSERT INTO journal_queue SELECT i, 0, CASE WHEN i % 2 = 0 THEN '-infinity'::timestamptz ELSE now() + i * interval '1 minute' END, now(), CASE WHEN i % 4 = 1 THEN 'n' || i % 5 END, 1, 1, 0, NULL, 0
        FROM generate_series(3001, 6000) i;
        INSERT INTO journal_decision SELECT i, 'd' FROM generate_series(1, 6000) i;
        INSERT INTO journal_result SELECT i, 'd' FROM generate_series(1, 6000) i;
        INSERT INTO journal_trace SELECT i, 'd' FROM generate_series(1, 6000) i;
        INSERT INTO reservation SELECT gen_random_uuid(), i FROM generate_series(1, 6000) i;
        INSERT INTO message_index SELECT gen_random_uuid(), 'id' || i, 't' FROM generate_series(1, 6000) i;
        INSERT INTO outbox (journal_id, message_id, message_key, recipients, lane, content_id, template, subject, ticket, account, reverse_path, wants_reports, state,
            created_at, queued_at, not_before, last_attempt_at, due)
        SELECT i, 'o' || i, gen_random_uuid(), '[]', gen_random_uuid(), i, '', '', 't' || i % 2000, 'a' || i % 3, '', true, CASE WHEN i % 10 = 0 THEN 0 ELSE 2 END,
            now(), now(), now(), now() - i * interval '1 minute', CASE WHEN i % 20 = 0 THEN '-infinity'::timestamptz WHEN i % 10 = 0 THEN now() + i * interval '1 minute' END
        FROM generate_series(1, 6000) i;
        INSERT INTO host_event (id, type, ticket, payload, due) SELECT gen_random_uuid(), 't', 't' || i % 2000, '{}', CASE WHEN i % 2 = 0 THEN '-infinity'::timestamptz ELSE now() + i * interval '1 minute' END
        FROM generate_series(1, 6000) i;
        INSERT INTO throttle (key, at, expires_at) SELECT gen_random_uuid(), now(), now() + interval '1 hour' FROM generate_series(1, 6000) i;
        INSERT INTO ticket (id, number, number_key, subject, status, requester_address, requester_key, version, created_at)
        SELECT i, 'T' || i, 'T' || i, 's', CASE WHEN i % 50 = 0 THEN 1 ELSE 3 END, 'a@example.test', gen_random_uuid(), 1, now() FROM generate_series(1, 6000) i;
        UPDATE ticket SET closed_at = now() - id * interval '1 hour' WHERE status = 3;
        INSERT INTO knowledge_article (key, name, title, text, words) SELECT gen_random_uuid(), 'a' || i, 't', 't', to_tsvector('simple', 'w' || i % 500 || CASE WHEN i % 20 = 0 THEN ' common' ELSE '' END) FROM generate_series(1, 6000) i;
        INSERT INTO ticket_person (ticket_id, role, key, address) SELECT i, 0, gen_random_uuid(), 'a' FROM generate_series(1, 6000) i;
        INSERT INTO ticket_field SELECT i, gen_random_uuid(), 'a', 'b' FROM generate_series(1, 6000) i;
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, at, journal_id, text) SELECT i, 0, 0, 'a', now(), i, 't' FROM generate_series(1, 6000) i;
        INSERT INTO ticket_attachment (entry_id, content_id, file_name, content_type, is_inline) SELECT i, i, 'f', 't', false FROM generate_series(1, 6000) i;
        INSERT INTO ticket_operation SELECT gen_random_uuid(), i, now(), '{}' FROM generate_series(1, 6000) i;
        INSERT INTO contact (role, is_active, is_registered) SELECT 0, true, true FROM generate_series(1, 6000) i;
        INSERT INTO contact_address SELECT gen_random_uuid(), i, 0, 'a', NULL FROM generate_series(1, 6000) i;
        INSERT INTO suppressed_address SELECT 'a' || i, now(), now(), 'r', NULL FROM generate_series(1, 6000) i;
        """;

    private readonly StoreSchema _schema = new();

    public void Dispose() => _schema.Dispose();

    [Fact]
    public async Task A_mail_is_taken_in_by_its_octets_also_before_the_server_has_counted_its_tables()
    {
        using var database = _schema.OpenDatabase();
        await database.PrepareAsync(StoreSchema.Token);

        // As in the first minute of a desk that takes in an old mailbox: the plan is made when there is nothing, and kept.
        var statement = JournalAppend.Row(database, 7000, Mails.New("new") with { DuplicateWindow = TimeSpan.FromDays(1) }, new byte[32]);
        statement.Command.CommandText = "EXPLAIN " + statement.Command.CommandText;

        var plan = string.Join('\n', await ExplainAsync(database, statement));
        Assert.Contains("journal_content", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("journal_pkey", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_hot_statement_reads_a_whole_table()
    {
        using var database = _schema.OpenDatabase();
        await database.PrepareAsync(StoreSchema.Token);
        _schema.Execute(Rows);
        _schema.Analyze();
        var scans = new List<string>();
        foreach (var statement in Statements(database))
        {
            var text = statement.Command.CommandText;
            statement.Command.CommandText = "EXPLAIN " + text;
            var plan = string.Join('\n', await ExplainAsync(database, statement));
            if (plan.Contains("Seq Scan", StringComparison.Ordinal))
            {
                scans.Add($"{text}\n\n{plan}");
            }
        }

        Assert.True(scans.Count == 0, string.Join("\n\n---\n\n", scans));
    }

    private static async Task<List<string>> ExplainAsync(Databases.Database database, Sql statement) => await database.RunAsync(
        async (session, token) =>
        {
            var lines = Sql.Read(statement.Command.CommandText);
            foreach (var parameter in statement.Command.Parameters.ToList())
            {
                lines.Command.Parameters.Add(parameter.Clone());
            }

            return await session.QueryAsync([lines], row => row.Text(), token);
        },
        StoreSchema.Token);

    private static IEnumerable<Sql> Statements(Databases.Database database)
    {
        var entry = Mails.New("new");
        var hash = Convert.FromHexString(entry.Content.Hash);
        var claim = new JournalClaim(new JournalEntry(4000, "m1", "r", entry.Facts), "n1", 1, Alone: false);
        var mail = new NewOutboxEntry("<m@example.test>", ["ann@example.test"], entry.Content) { Ticket = "t1", NotBefore = entry.ReceivedAt };
        var finish = new FinishCommit(JournalOutcome.Appended, "trace")
        {
            Ticket = "t1",
            Index = [new IndexedMessage("<i@example.test>", "t1")],
            Outbox = [mail],
            Events = [new NewHostEvent(Guid.NewGuid(), "type", "t1", "{}")],
            Lifted = ["ann@example.test"],
        };
        var prepared = new PreparedContent(hash, 3) { Octets = new byte[3] };
        var change = new TicketChangeSample();
        return
        [
            JournalAppend.LookFor([entry]),
            .. ContentTable.Store([prepared, new PreparedContent(new byte[32], 3)]),
            JournalAppend.Row(database, 7000, entry, hash),
            .. QueueTable.Claim(database, "n1", 10, TimeSpan.FromMinutes(1), Guid.NewGuid(), []),
            QueueTable.Renew(database, [claim], TimeSpan.FromMinutes(1)),
            .. JournalTransitions.Of(database, claim, new DecisionCommit("d", "t", ["key"])),
            .. JournalTransitions.Of(database, claim, new ResultCommit("r")),
            .. JournalTransitions.Of(database, claim, new GiveUpCommit(Guid.NewGuid(), "t")),
            .. JournalTransitions.Of(database, claim, new ReleaseCommit(entry.ReceivedAt, Counted: true, "t")),
            .. JournalEndings.Of(database, claim, finish, [prepared]),
            JournalRows.Select(new JournalQuery { Id = 1 }),
            JournalRows.Select(new JournalQuery { MessageIds = ["<a@example.test>"] }),
            JournalRows.Select(new JournalQuery { Ticket = "t1" }),
            JournalRows.Select(new JournalQuery { UnacknowledgedIn = "m0" }),
            MessageIndexTable.Find(["<a@example.test>"]),
            .. OutboxClaims.Claim(database, new OutboxClaimRequest("n1", 10, TimeSpan.FromMinutes(1)) { KeepOrderFor = TimeSpan.FromHours(1) }, Guid.NewGuid(), []),
            OutboxRows.Select(new OutboxQuery { MessageIds = ["<a@example.test>"] }),
            OutboxRows.Select(new OutboxQuery { JournalId = 1 }),
            .. HostEventTable.Claim(database, "n1", 10, TimeSpan.FromMinutes(1), Guid.NewGuid(), []),
            TicketTable.Find(["T1"]),
            .. new TicketTransitions(database, new TicketNumbers(1, string.Empty)).Change(change.New, [prepared]),
            .. new TicketTransitions(database, new TicketNumbers(1, string.Empty)).Change(change.Reply, [prepared]),
            TicketTable.Changed(),
            OperationTable.Record(Guid.NewGuid(), ApplyResult.Conflict),
            OperationTable.Find(Guid.NewGuid(), [hash]),
            EntryTable.List("T1", 10, 50),
            EntryTable.Newest("T1", 10),
            EntryTable.Find([1, 2]),
            AttachmentTable.Find([1, 2]),
            TicketTable.List(3000, 50),
            Sql.Read(TicketTable.IdleSql).Add(entry.ReceivedAt),
            TicketTable.ClosedBetween((entry.ReceivedAt, 1), entry.ReceivedAt.AddDays(1), 50),
            ArticleTable.Find(["w17", "common"], new KnowledgeQuery("w17 common") { Folders = ["folder"] }),
            JournalEvidence.Of(claim, new DecisionCommit("d", "t", [])),
            JournalEvidence.Of(claim, finish),
            OutboxEvidence.Of(new OutboxClaim(new OutboxEntry(1, "<m>", []), "n1", 1, InDoubt: false), new SendingCommit()),
            // Of so small tables a longer page is had by reading them all; of real ones it is not.
            JournalRows.Select(new JournalQuery { Mailbox = "m1", Limit = 10 }),
            JournalRows.Select(new JournalQuery { Finished = false, Limit = 10 }),
            JournalRows.Select(new JournalQuery { Outcome = JournalOutcome.Quarantined, Limit = 10 }),
            OutboxRows.Select(new OutboxQuery { Ticket = "t1" }),
            OutboxRows.Select(new OutboxQuery { State = OutboxState.Failed, Limit = 50 }),
            OutboxRows.Select(new OutboxQuery { ReversePaths = ["a@example.test"] }),
            TicketTable.OfRequester(change.Requester, entry.ReceivedAt, 10),
            OperationTable.Find(Guid.NewGuid()),
            .. ContactTable.Create(change.Requester, 1),
            Sql.Read(PurgeTable.Candidates).Add(100L),
            Sql.Read(OutboxPurge.Sent).Add(entry.ReceivedAt).Add(100L),
            .. ContentRelease.IfUnused([1, 2]),
        ];
    }

    private sealed record TicketChangeSample
    {
        public EmailAddress Requester { get; } = EmailAddress.Create("ann@example.test");

        public TicketChange New => new()
        {
            OperationId = Guid.NewGuid(),
            Requester = Requester,
            AddParticipants = [EmailAddress.Create("bob@example.test")],
            AddSubscribers = [EmailAddress.Create("cid@example.test")],
            Fields = new Dictionary<string, string> { ["room"] = "7" },
            Entry = new NewTicketEntry(Requester, "text") { Attachments = [new TicketAttachment("a", "b", 3, new string('0', 64)) { Open = () => new MemoryStream() }] },
        };

        public TicketChange Reply => New with { TicketNumber = "T1", ExpectedVersion = "1", RemoveSubscribers = [EmailAddress.Create("cid@example.test")] };
    }
}
