using System.Globalization;
using AcmeDesk.Data;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>The conversation of a ticket.</summary>
internal static class MessageTable
{
    public static async Task<string> InsertAsync(SqliteConnection connection, string number, NewTicketEntry entry, CancellationToken cancellationToken)
    {
        var id = connection.Scalar<long>(
            """
            INSERT INTO message (ticket, author, author_name, kind, visibility, text, html, at, message_id, journal_id)
            SELECT id, $author, $name, $kind, $visibility, $text, $html, $at, $messageId, $journalId FROM ticket WHERE number = $number
            RETURNING id
            """,
            ("$number", number),
            ("$author", entry.Author.Address),
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
            await FileTable.InsertAsync(connection, id, file, cancellationToken);
        }

        return id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The newest messages of a ticket, the oldest of them first.</summary>
    public static List<TicketEntry> Select(AcmeDatabase database, SqliteConnection connection, string number, int limit)
    {
        var newest = connection.Rows(
            """
            SELECT m.id, m.author, m.author_name, m.text, m.at, m.kind, m.visibility, m.html, m.message_id, m.journal_id
            FROM message AS m JOIN ticket AS t ON t.id = m.ticket WHERE t.number = $number ORDER BY m.id DESC LIMIT $limit
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
                Attachments = FileTable.Select(database, connection, row.GetInt64(0)),
            },
            ("$number", number),
            ("$limit", limit));
        newest.Reverse();
        return newest;
    }
}
