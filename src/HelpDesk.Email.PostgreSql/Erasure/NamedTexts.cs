using HelpDesk.Email.Erasure;
using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Erasure;

/// <summary>Takes a person's addresses and names out of the texts of others.</summary>
internal static class NamedTexts
{
    private static readonly (string Table, string Id, string[] Columns)[] Texts =
    [
        ("journal", "id::text", ["reverse_path", "envelope_recipients", "message_id", "in_reply_to", "reference_ids", "subject", "from_name"]),
        ("journal_decision", "id::text", ["text"]),
        ("journal_result", "id::text", ["text"]),
        ("journal_trace", "id::text", ["text"]),
        ("outbox", "id::text", ["message_id", "recipients", "subject", "reverse_path", "last_error"]),
        ("ticket", "id::text", ["subject", "requester_name", "department", "assignee_name", "category", "type", "priority"]),
        ("ticket_entry", "id::text", ["author_name", "text", "html", "message_id"]),
        ("ticket_attachment", "id::text", ["file_name"]),
        ("ticket_operation", "operation_id::text", ["result"]),
        ("contact", "id::text", ["company", "department", "location"]),
    ];

    /// <summary>Does so, in the transaction of the session.</summary>
    /// <returns>How many texts were changed.</returns>
    public static async ValueTask<int> RedactAsync(Session session, ErasedPerson person, CancellationToken cancellationToken)
    {
        string[] patterns = [.. person.Needles.Select(Pattern)];
        var count = 0;
        foreach (var (table, id, columns) in Texts)
        {
            foreach (var column in columns)
            {
                var found = await session.QueryAsync(
                    [Sql.Read($"SELECT {id}, {column} FROM {table} WHERE {column} ILIKE ANY ($1)").Add(patterns)], row => (Id: row.Text(), Text: row.Text()), cancellationToken).ConfigureAwait(false);
                var changed = found.Select(each => (each.Id, each.Text, Redacted: person.Redact(each.Text))).Where(each => each.Redacted != each.Text).ToList();
                if (changed.Count > 0)
                {
                    count += await session.ExecuteAsync([.. changed.Select(each => Sql.Write($"UPDATE {table} SET {column} = $1 WHERE {id} = $2").Add(each.Redacted).Add(each.Id))], cancellationToken).ConfigureAwait(false);
                }
            }
        }

        return count + await session.ExecuteAsync(
            [
                Sql.Write("DELETE FROM ticket_field WHERE value ILIKE ANY ($1)").Add(patterns),
                Sql.Write("DELETE FROM message_index WHERE message_id ILIKE ANY ($1)").Add(patterns),
                Sql.Write("DELETE FROM suppressed_address WHERE reason ILIKE ANY ($1)").Add(patterns),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    private static string Pattern(string needle) =>
        $"%{needle.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
}
