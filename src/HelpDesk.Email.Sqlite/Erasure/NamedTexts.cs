using HelpDesk.Email.Erasure;
using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Erasure;

/// <summary>Takes a person's addresses and names out of the texts of others.</summary>
internal static class NamedTexts
{
    private static readonly (string Table, string Id, string[] Columns)[] Texts =
    [
        ("journal", "id", ["reverse_path", "envelope_recipients", "message_id", "in_reply_to", "reference_ids", "subject", "from_name"]),
        ("journal_decision", "id", ["text"]),
        ("journal_result", "id", ["text"]),
        ("journal_trace", "id", ["text"]),
        ("outbox", "id", ["message_id", "recipients", "subject", "reverse_path", "last_error"]),
        ("ticket", "id", ["subject", "requester_name", "department", "assignee_name", "category", "type", "priority"]),
        ("ticket_entry", "id", ["author_name", "text", "html", "message_id"]),
        ("ticket_attachment", "id", ["file_name"]),
        ("ticket_operation", "id", ["result"]),
        ("contact", "id", ["company", "department", "location"]),
    ];

    /// <summary>Does so.</summary>
    /// <returns>How many texts were changed.</returns>
    public static int Redact(Connection connection, ErasedPerson person)
    {
        var count = 0;
        foreach (var (table, id, columns) in Texts)
        {
            foreach (var column in columns)
            {
                count += Redact(connection, person, table, id, column);
            }
        }

        using var fields = connection.Prepare("DELETE FROM ticket_field WHERE " + Named("value", person));
        count += Bind(fields, person).Run();
        using var index = connection.Prepare("DELETE FROM message_index WHERE " + Named("message_id", person));
        count += Bind(index, person).Run();
        using var suppressed = connection.Prepare("DELETE FROM suppressed_address WHERE " + Named("reason", person));
        return count + Bind(suppressed, person).Run();
    }

    private static int Redact(Connection connection, ErasedPerson person, string table, string id, string column)
    {
        var found = new List<(long Id, string Text)>();
        using (var select = connection.Prepare($"SELECT {id}, {column} FROM {table} WHERE {column} IS NOT NULL AND ({Named(column, person)})"))
        {
            Bind(select, person);
            while (select.Read())
            {
                found.Add((select.Row.Number(0), select.Row.Text(1)));
            }
        }

        var count = 0;
        foreach (var (row, text) in found)
        {
            var redacted = person.Redact(text);
            if (redacted == text)
            {
                continue;
            }

            using var update = connection.Prepare($"UPDATE {table} SET {column} = ? WHERE {id} = ?");
            update.Add(redacted).Add(row).Run();
            count++;
        }

        return count;
    }

    // As the texts may be written; what stands there as a part of a longer word is sorted out by the person.
    private static string Named(string column, ErasedPerson person) =>
        string.Join(" OR ", person.Needles.Select(_ => $"{column} LIKE ? ESCAPE '!'"));

    private static Statement Bind(Statement statement, ErasedPerson person)
    {
        foreach (var needle in person.Needles)
        {
            statement.Add($"%{needle.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal)}%");
        }

        return statement;
    }
}
