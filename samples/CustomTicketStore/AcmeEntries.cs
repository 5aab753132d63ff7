using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>The conversation of a ticket.</summary>
internal static class AcmeEntries
{
    /// <summary>Adds an entry with its files.</summary>
    /// <returns>The id of the entry.</returns>
    public static async ValueTask<string> AddAsync(SqliteConnection connection, long ticketId, NewTicketEntry entry, CancellationToken cancellationToken)
    {
        var id = connection.Scalar<long>(
            """
            INSERT INTO ticket_entry (ticket_id, author_address, author_name, kind, visibility, text, html, at, message_id, journal_id)
            VALUES ($ticket, $address, $name, $kind, $visibility, $text, $html, $at, $messageId, $journalId)
            RETURNING id
            """,
            ("$ticket", ticketId),
            ("$address", entry.Author.Address),
            ("$name", entry.Author.Name),
            ("$kind", entry.Kind.ToString()),
            ("$visibility", entry.Visibility.ToString()),
            ("$text", entry.Text),
            ("$html", entry.Html),
            ("$at", entry.At.ToString("O", CultureInfo.InvariantCulture)),
            ("$messageId", entry.MessageId),
            ("$journalId", entry.JournalId));
        foreach (var file in entry.Attachments)
        {
            await AcmeFiles.AddAsync(connection, id, file, cancellationToken);
        }

        return id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The entries of a ticket in the order in which they were added, as Acme's own ticket page shows them.</summary>
    public static IReadOnlyList<TicketEntry> Read(AcmeDatabase database, string ticketNumber)
    {
        using var connection = database.Open();
        return Newest(database, connection, ticketNumber, int.MaxValue);
    }

    /// <summary>The last entries that were added to a ticket, the oldest of them first.</summary>
    public static IReadOnlyList<TicketEntry> Newest(AcmeDatabase database, SqliteConnection connection, string ticketNumber, int limit)
    {
        var newest = connection.Rows(
            """
            SELECT e.id, e.author_address, e.author_name, e.text, e.at, e.kind, e.visibility, e.html, e.message_id, e.journal_id
            FROM ticket_entry AS e JOIN ticket AS t ON t.id = e.ticket_id
            WHERE t.number = $number
            ORDER BY e.id DESC LIMIT $limit
            """,
            row => new TicketEntry(
                row.GetInt64(0).ToString(CultureInfo.InvariantCulture),
                EmailAddress.Create(row.GetString(1), row.TextOrNull(2)),
                row.GetString(3),
                DateTimeOffset.Parse(row.GetString(4), CultureInfo.InvariantCulture))
            {
                Kind = Enum.Parse<EntryKind>(row.GetString(5)),
                Visibility = Enum.Parse<EntryVisibility>(row.GetString(6)),
                Html = row.TextOrNull(7),
                MessageId = row.TextOrNull(8),
                JournalId = row.GetInt64(9),
                Attachments = AcmeFiles.Read(database, connection, row.GetInt64(0)),
            },
            ("$number", ticketNumber),
            ("$limit", limit));
        newest.Reverse();
        return newest;
    }
}
