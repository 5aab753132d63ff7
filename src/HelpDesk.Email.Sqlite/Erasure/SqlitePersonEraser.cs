using HelpDesk.Email.Erasure;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HelpDesk.Email.Sqlite.Erasure;

/// <summary>Forgets a person in one transaction, and then writes the file anew, so that its free pages hold nothing of them.</summary>
internal sealed class SqlitePersonEraser(Database database) : IPersonEraser
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> FindTicketsAsync(ErasedPerson person, CancellationToken cancellationToken) =>
        database.AloneAsync(
            connection =>
            {
                ErasedRows.Know(connection, person);
                return ErasedRows.Tickets(connection);
            },
            cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ErasureCounts> EraseAsync(ErasedPerson person, CancellationToken cancellationToken) =>
        database.AloneAsync(
            connection =>
            {
                // What is deleted is overwritten, also where it waits in the log for its place in the file.
                connection.Execute("PRAGMA secure_delete=ON");
                var counts = Erase(connection, person, database.Now);
                return counts with { IsCompacted = Compact(connection) };
            },
            cancellationToken);

    private static ErasureCounts Erase(Connection connection, ErasedPerson person, DateTimeOffset now)
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            var known = ErasedRows.Know(connection, person);
            ErasedRows.Find(connection, known);
            var counts = new ErasureCounts
            {
                Mails = MailErasure.Journal(connection, now),
                OutgoingMails = MailErasure.Outbox(connection),
                Others = MailErasure.Others(connection),
                Entries = TicketErasure.Entries(connection),
                Tickets = TicketErasure.Tickets(connection, known, now),
                Contacts = TicketErasure.Contacts(connection),
            };
            counts = counts with { Others = counts.Others + NamedTexts.Redact(connection, known) };
            if (counts != new ErasureCounts())
            {
                Note(connection, known, counts, now);
            }

            connection.Execute("COMMIT");
            return counts;
        }
        catch when (connection.InTransaction)
        {
            connection.Execute("ROLLBACK");
            throw;
        }
    }

    private static void Note(Connection connection, ErasedPerson person, ErasureCounts counts, DateTimeOffset now)
    {
        using var insert = connection.Prepare("INSERT INTO erasure (at, marks, reason, mails, tickets, entries) VALUES (?, ?, ?, ?, ?, ?)");
        insert.Add(now).Add(string.Join(' ', person.Marks)).Add(person.Redact(person.Reason)).Add(counts.Mails).Add(counts.Tickets).Add(counts.Entries).Run();
    }

    // The log first, for its old frames would stay; then the file without its free pages; then the log of that.
    private static bool Compact(Connection connection)
    {
        try
        {
            connection.Execute("VACUUM");
            using var checkpoint = connection.Prepare("PRAGMA wal_checkpoint(TRUNCATE)");
            return checkpoint.Read() && checkpoint.Row.Number(0) == 0;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL)
        {
            return false;
        }
    }
}
