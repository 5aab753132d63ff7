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
            "SELECT number, subject, status, requester_address, requester_name, version, department, created FROM ticket WHERE id = $id",
            row => new TicketSnapshot(
                row.GetString(0),
                row.GetString(1),
                Enum.Parse<TicketStatus>(row.GetString(2)),
                EmailAddress.Create(row.GetString(3), row.TextOrNull(4)))
            {
                Version = row.GetInt64(5).ToString(CultureInfo.InvariantCulture),
                Department = row.TextOrNull(6),
                Created = DateTimeOffset.Parse(row.GetString(7), CultureInfo.InvariantCulture),
                Participants = AcmePeople.Read(connection, id, AcmePeople.Participant),
                Subscribers = AcmePeople.Read(connection, id, AcmePeople.Subscriber),
            },
            ("$id", id))[0];

    #region store-insert
    /// <summary>Makes a ticket. Its number comes from what is stored, under the write lock; Acme deletes no tickets.</summary>
    public static long Insert(SqliteConnection connection, TicketChange change, DateTimeOffset now) =>
        connection.Scalar<long>(
            """
            INSERT INTO ticket (number, subject, status, requester_address, requester_name, department, linked_to, created, version)
            SELECT 'ACME-' || (COALESCE(MAX(id), 0) + 1001), $subject, $status, $address, $name, $department, $linkedTo, $created, 1
            FROM ticket
            RETURNING id
            """,
            ("$subject", change.Subject ?? string.Empty),
            ("$status", (change.Status ?? TicketStatus.New).ToString()),
            ("$address", change.Requester!.Address),
            ("$name", change.Requester.Name),
            ("$department", change.Department),
            ("$linkedTo", change.LinkedTo),
            ("$created", now.ToString("O", CultureInfo.InvariantCulture)));
    #endregion

    #region store-update
    /// <summary>Changes a ticket if it has the version that the change expects; every change counts the version up.</summary>
    public static bool Update(SqliteConnection connection, long id, TicketChange change) =>
        connection.Execute(
            """
            UPDATE ticket
            SET version = version + 1, status = COALESCE($status, status), department = COALESCE($department, department)
            WHERE id = $id AND ($expected IS NULL OR CAST(version AS TEXT) = $expected)
            """,
            ("$id", id),
            ("$expected", change.ExpectedVersion),
            ("$status", change.Status?.ToString()),
            ("$department", change.Department)) == 1;
    #endregion
}
