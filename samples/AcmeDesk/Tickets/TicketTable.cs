using System.Globalization;
using System.Text.Json;
using AcmeDesk.Data;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>The table of tickets.</summary>
internal static class TicketTable
{
    /// <summary>Tickets that meet a condition on <c>$value</c>, the youngest first.</summary>
    public static List<TicketSnapshot> Select(SqliteConnection connection, string condition, string? value, int limit) =>
        connection.Rows(
            $"""
            SELECT number, subject, status, requester, requester_name, assignee, department, category, type, priority, fields, created, version, closed
            FROM ticket WHERE {condition} ORDER BY id DESC LIMIT $limit
            """,
            row => new TicketSnapshot(row.GetString(0), row.GetString(1), Enum.Parse<TicketStatus>(row.GetString(2)), EmailAddress.Create(row.GetString(3), row.TextOrNull(4)))
            {
                Assignee = row.TextOrNull(5) is { } assignee ? EmailAddress.Create(assignee) : null,
                Department = row.TextOrNull(6),
                Category = row.TextOrNull(7),
                Type = row.TextOrNull(8),
                Priority = row.TextOrNull(9),
                Fields = Fields(row.GetString(10)),
                Created = DateTimeOffset.Parse(row.GetString(11), CultureInfo.InvariantCulture),
                Version = row.GetInt64(12).ToString(CultureInfo.InvariantCulture),
                ClosedAt = row.TextOrNull(13) is { } closed ? DateTimeOffset.Parse(closed, CultureInfo.InvariantCulture) : null,
                Participants = PersonTable.Select(connection, row.GetString(0), PersonTable.Participant),
                Subscribers = PersonTable.Select(connection, row.GetString(0), PersonTable.Subscriber),
            },
            ("$value", value),
            ("$limit", limit));

    /// <summary>Makes a ticket.</summary>
    /// <returns>Its number, which comes from what is stored, under the write lock.</returns>
    public static string Insert(SqliteConnection connection, TicketChange change, DateTimeOffset now) =>
        connection.Scalar<string>(
            """
            INSERT INTO ticket (number, subject, status, requester, requester_name, assignee, department, category, type, priority, linked_to, fields, created, closed, version)
            SELECT 'ACME-' || (COALESCE(MAX(id), 0) + 1001), $subject, $status, $requester, $name, $assignee, $department, $category, $type, $priority, $linkedTo, $fields, $created, CASE WHEN $status = 'Closed' THEN $created END, 1
            FROM ticket
            RETURNING number
            """,
            [
                ("$subject", change.Subject ?? string.Empty),
                ("$requester", change.Requester!.Address),
                ("$name", change.Requester.Name),
                ("$linkedTo", change.LinkedTo),
                ("$created", now.ToString("O", CultureInfo.InvariantCulture)),
                .. Values(change, change.Status ?? TicketStatus.New, change.Fields),
            ])!;

    /// <summary>Changes a ticket if it has the version that the change expects; every change counts the version up.</summary>
    public static bool Update(SqliteConnection connection, TicketSnapshot before, TicketChange change, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE ticket SET version = version + 1, status = $status, fields = $fields,
                assignee = COALESCE($assignee, assignee), department = COALESCE($department, department), category = COALESCE($category, category),
                type = COALESCE($type, type), priority = COALESCE($priority, priority),
                closed = CASE WHEN $status = 'Closed' THEN COALESCE(closed, $now) END
            WHERE number = $number AND ($expected IS NULL OR CAST(version AS TEXT) = $expected)
            """,
            [
                ("$number", before.Number),
                ("$expected", change.ExpectedVersion),
                ("$now", now.ToString("O", CultureInfo.InvariantCulture)),
                .. Values(change, change.Status ?? before.Status, before.Fields.Concat(change.Fields)),
            ]) == 1;

    private static (string Name, object? Value)[] Values(TicketChange change, TicketStatus status, IEnumerable<KeyValuePair<string, string>> fields) =>
    [
        ("$status", status.ToString()),
        ("$assignee", change.Assignee?.Address),
        ("$department", change.Department),
        ("$category", change.Category),
        ("$type", change.Type),
        ("$priority", change.Priority),
        ("$fields", JsonSerializer.Serialize(fields.GroupBy(field => field.Key, StringComparer.Ordinal).ToDictionary(field => field.Key, field => field.Last().Value))),
    ];

    private static Dictionary<string, string> Fields(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [], StringComparer.Ordinal);
}
