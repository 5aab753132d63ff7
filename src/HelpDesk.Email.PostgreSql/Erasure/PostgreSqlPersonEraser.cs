using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Tickets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Erasure;

/// <summary>Forgets a person in one transaction, and then writes the tables anew, so that their free space holds nothing of them.</summary>
internal sealed class PostgreSqlPersonEraser(Database database) : IPersonEraser
{
    private static readonly string[] Tables =
    [
        "content", "content_stage", "content_chunk", "journal", "journal_queue", "journal_decision", "journal_result", "journal_trace", "message_index", "outbox", "throttle", "host_event",
        "suppressed_address", "ticket", "ticket_person", "ticket_field", "ticket_entry", "ticket_attachment", "ticket_operation", "contact", "contact_address",
    ];

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<string>> FindTicketsAsync(ErasedPerson person, CancellationToken cancellationToken) =>
        await database.ReadAsync((session, token) => session.QueryAsync([ErasedRows.Tickets(person)], row => row.Text(), token), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<ErasureCounts> EraseAsync(ErasedPerson person, CancellationToken cancellationToken)
    {
        var counts = await database.RunAsync((session, token) => EraseAsync(session, person, token), cancellationToken).ConfigureAwait(false);
        await StageSweep.RunAsync(database, cancellationToken).ConfigureAwait(false);
        return counts with { IsCompacted = await CompactAsync(cancellationToken).ConfigureAwait(false) };
    }

    private async ValueTask<ErasureCounts> EraseAsync(Session session, ErasedPerson person, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync([Sql.Write("BEGIN"), Sql.Guard("SELECT pg_advisory_xact_lock($1)").Add(database.LockOf("erasure"))], cancellationToken).ConfigureAwait(false);
        var names = await session.QueryAsync([ErasedRows.Names(person)], row => row.Text(), cancellationToken).ConfigureAwait(false);
        var known = new ErasedPerson(person.Addresses, person.Names.Concat(names)) { Tickets = person.Tickets, Marks = person.Marks, Reason = person.Reason };
        var touched = await session.QueryAsync([ErasedRows.Tickets(known)], row => row.Text(), cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync([.. ErasedRows.Find(known, touched), .. MailErasure.End(database), TicketErasure.Files], cancellationToken).ConfigureAwait(false);
        var counts = new ErasureCounts
        {
            Mails = await CountAsync(MailErasure.Journal).ConfigureAwait(false),
            OutgoingMails = await CountAsync(MailErasure.Outbox).ConfigureAwait(false),
            Others = await session.ExecuteAsync([.. MailErasure.Others(known)], cancellationToken).ConfigureAwait(false),
            Entries = await CountAsync(TicketErasure.Entries).ConfigureAwait(false),
            Tickets = await CountAsync(TicketErasure.Tickets(database)).ConfigureAwait(false),
        };
        await session.ExecuteAsync([TicketErasure.Authors, .. TicketErasure.People()], cancellationToken).ConfigureAwait(false);
        counts = counts with { Contacts = await CountAsync(TicketErasure.Contacts).ConfigureAwait(false) };
        await ResultsAsync(session, known, cancellationToken).ConfigureAwait(false);
        var contents = await session.QueryAsync([MailErasure.Contents], row => row.Number(), cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync([.. ContentRelease.IfUnused(contents), MailErasure.Hashes], cancellationToken).ConfigureAwait(false);
        counts = counts with { Others = counts.Others + await NamedTexts.RedactAsync(session, known, cancellationToken).ConfigureAwait(false) };
        await session.ExecuteAsync([.. Note(known, counts), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
        return counts;

        async ValueTask<int> CountAsync(Sql statement) => await session.ExecuteAsync([statement], cancellationToken).ConfigureAwait(false);
    }

    // A recorded result shows the ticket as it stood: of an erased one it shows the ticket as it stands now.
    private static async ValueTask ResultsAsync(Session session, ErasedPerson person, CancellationToken cancellationToken)
    {
        var recorded = await session.QueryAsync([TicketErasure.Results], row => (Id: row.Guid(), Result: row.Text(), Ticket: row.Number()), cancellationToken).ConfigureAwait(false);
        foreach (var (id, text, ticketId) in recorded)
        {
            var result = ApplyResult.FromJson(text);
            var now = await session.FirstAsync(TicketTable.Find([ticketId]), TicketTable.Map, cancellationToken).ConfigureAwait(false);
            if (person.IsNamedIn(text) || now.Ticket.Requester.Equals(ErasedPerson.Placeholder))
            {
                await session.ExecuteAsync([TicketErasure.SetResult(id, (result with { Ticket = now.Ticket }).ToJson())], cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private IEnumerable<Sql> Note(ErasedPerson person, ErasureCounts counts) => counts == new ErasureCounts()
        ? []
        :
        [
            Sql.Write($"INSERT INTO erasure (at, marks, reason, mails, tickets, entries) VALUES ({Database.NowSql}, $2, $3, $4, $5, $6)")
                .Add(database.Now).Add(string.Join(' ', person.Marks)).Add(person.Redact(person.Reason)).Add(counts.Mails).Add(counts.Tickets).Add(counts.Entries),
        ];

    // Each table for itself: VACUUM runs in no transaction, and waits for whoever reads the table.
    private async ValueTask<bool> CompactAsync(CancellationToken cancellationToken)
    {
        try
        {
            foreach (var table in Tables)
            {
                await database.RunAsync(
                    async (session, token) =>
                    {
                        await session.ExecuteScriptAsync($"VACUUM (FULL) {table}", token).ConfigureAwait(false);
                        return true;
                    },
                    cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        catch (StoreUnavailableException)
        {
            // What is erased is erased; only the free space of the files was not written anew.
            return false;
        }
    }
}
