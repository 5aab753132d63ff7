using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>The table of tickets.</summary>
internal static class AcmeTickets
{
    /// <summary>A ticket by its number, with the key of its row.</summary>
    public static (long Id, TicketSnapshot Ticket)? Find(SqliteConnection connection, string number) =>
        connection.Scalar<long?>("SELECT id FROM ticket WHERE number = $number", ("$number", number)) is { } id
            ? (id, Read(connection, id))
            : null;

    /// <summary>A ticket by the key of its row.</summary>
    public static TicketSnapshot Read(SqliteConnection connection, long id) =>
        connection.Rows(
            "SELECT number, subject, status, requester_address, requester_name, version, department, created, closed FROM ticket WHERE id = $id",
            row => new TicketSnapshot(
                row.GetString(0),
                row.GetString(1),
                Enum.Parse<TicketStatus>(row.GetString(2)),
                EmailAddress.Create(row.GetString(3), row.TextOrNull(4)))
            {
                Version = row.GetInt64(5).ToString(CultureInfo.InvariantCulture),
                Department = row.TextOrNull(6),
                Created = DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture),
                ClosedAt = row.TextOrNull(8) is { } closed ? DateTimeOffset.Parse(closed, CultureInfo.InvariantCulture) : null,
                Participants = AcmePeople.Read(connection, id, AcmePeople.Participant),
                Subscribers = AcmePeople.Read(connection, id, AcmePeople.Subscriber),
            },
            ("$id", id))[0];

    /// <summary>The youngest tickets, the youngest first.</summary>
    public static IReadOnlyList<TicketSnapshot> List(SqliteConnection connection, int limit) =>
        [.. connection.Rows("SELECT id FROM ticket ORDER BY id DESC LIMIT $limit", row => row.GetInt64(0), ("$limit", limit)).Select(id => Read(connection, id))];

    /// <summary>The youngest tickets of one requester, the youngest first.</summary>
    public static IReadOnlyList<TicketSnapshot> OfRequester(SqliteConnection connection, EmailAddress requester, DateTimeOffset since, int limit) =>
    [
        .. connection.Rows(
            "SELECT id FROM ticket WHERE requester_address = $address COLLATE NOCASE AND created >= $since ORDER BY id DESC LIMIT $limit",
            row => row.GetInt64(0),
            ("$address", requester.Address),
            ("$since", Text(since)),
            ("$limit", limit)).Select(id => Read(connection, id)),
    ];

    #region store-insert
    /// <summary>Makes a ticket. Its number comes from what is stored, under the write lock; Acme deletes no tickets.</summary>
    public static long Insert(SqliteConnection connection, TicketChange change, DateTimeOffset now) =>
        connection.Scalar<long>(
            """
            INSERT INTO ticket (number, subject, status, requester_address, requester_name, department, linked_to, created, closed, version)
            SELECT 'ACME-' || (COALESCE(MAX(id), 0) + 1001), $subject, $status, $address, $name, $department, $linkedTo, $created, CASE WHEN $status = 'Closed' THEN $created END, 1
            FROM ticket
            RETURNING id
            """,
            ("$subject", change.Subject ?? string.Empty),
            ("$status", (change.Status ?? TicketStatus.New).ToString()),
            ("$address", change.Requester!.Address),
            ("$name", change.Requester.Name),
            ("$department", change.Department),
            ("$linkedTo", change.LinkedTo),
            ("$created", Text(now)));
    #endregion

    #region store-update
    /// <summary>Changes a ticket if it has the version that the change expects; every change counts the version up.</summary>
    public static bool Update(SqliteConnection connection, long id, TicketChange change, DateTimeOffset now) =>
        connection.Execute(
            """
            UPDATE ticket
            SET version = version + 1, status = COALESCE($status, status), department = COALESCE($department, department),
                closed = CASE WHEN COALESCE($status, status) = 'Closed' THEN COALESCE(closed, $now) END
            WHERE id = $id AND ($expected IS NULL OR CAST(version AS TEXT) = $expected)
            """,
            ("$id", id),
            ("$expected", change.ExpectedVersion),
            ("$status", change.Status?.ToString()),
            ("$department", change.Department),
            ("$now", Text(now))) == 1;
    #endregion

    // Of one length and in UTC, so that texts stand in the order of time.
    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
