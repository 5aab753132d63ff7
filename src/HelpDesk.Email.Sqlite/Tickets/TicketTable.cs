using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>The tickets themselves.</summary>
internal static class TicketTable
{
    private const string Columns =
        """
        SELECT id, number, subject, status, requester_address, requester_name, version, department, assignee_address, assignee_name,
            is_locked, merged_into, created_at, category, type, priority, closed_at FROM ticket
        """;

    private const int Closed = (int)TicketStatus.Closed;
    private const int Message = (int)EntryKind.Message;
    private const int Public = (int)EntryVisibility.Public;

    /// <summary>The ticket with a number, however its letters are written.</summary>
    public static (long Id, TicketSnapshot Ticket)? Find(Connection connection, string number)
    {
        using var select = connection.Prepare($"{Columns} WHERE number = ?");
        return select.Add(number).Read() ? (select.Row.Number(0), Map(connection, select.Row)) : null;
    }

    public static TicketSnapshot Find(Connection connection, long id)
    {
        using var select = connection.Prepare($"{Columns} WHERE id = ?");
        return select.Add(id).Read() ? Map(connection, select.Row) : throw new InvalidOperationException($"There is no ticket with id {id}.");
    }

    /// <summary>The youngest tickets below an id, the youngest first.</summary>
    public static IReadOnlyList<(long Id, TicketSnapshot Ticket)> List(Connection connection, long below, int limit)
    {
        var found = new List<(long, TicketSnapshot)>();
        using var select = connection.Prepare($"{Columns} WHERE id < ? ORDER BY id DESC LIMIT ?");
        select.Add(below).Add(limit);
        while (select.Read())
        {
            found.Add((select.Row.Number(0), Map(connection, select.Row)));
        }

        return found;
    }

    /// <summary>The youngest tickets of a requester that were made since a moment, the youngest first.</summary>
    public static IReadOnlyList<TicketSnapshot> OfRequester(Connection connection, EmailAddress requester, DateTimeOffset since, int limit)
    {
        var found = new List<TicketSnapshot>();
        using var select = connection.Prepare($"{Columns} WHERE requester_address = ? COLLATE NOCASE AND created_at >= ? ORDER BY id DESC LIMIT ?");
        select.Add(requester.Address).Add(since).Add(limit);
        while (select.Read())
        {
            found.Add(Map(connection, select.Row));
        }

        return found;
    }

    /// <summary>Open tickets whose last public message is older than a moment, with that message, the longest silent first.</summary>
    public static IReadOnlyList<(long Id, long EntryId)> Idle(Connection connection, DateTimeOffset before)
    {
        var found = new List<(long, long)>();
        using var select = connection.Prepare(
            $"""
            SELECT t.id, e.id FROM ticket t JOIN ticket_entry e
                ON e.id = (SELECT max(m.id) FROM ticket_entry m WHERE m.ticket_id = t.id AND m.kind = {Message} AND m.visibility = {Public})
            WHERE t.status <> {Closed} AND t.is_locked = 0 AND t.merged_into IS NULL AND e.at < ? ORDER BY e.at, t.id
            """);
        select.Add(before);
        while (select.Read())
        {
            found.Add((select.Row.Number(0), select.Row.Number(1)));
        }

        return found;
    }

    /// <summary>Tickets that were closed within a time, after the last one of the page before.</summary>
    public static IReadOnlyList<(long Id, TicketSnapshot Ticket)> ClosedBetween(Connection connection, (DateTimeOffset At, long Id) after, DateTimeOffset until, int limit)
    {
        var found = new List<(long, TicketSnapshot)>();
        using var select = connection.Prepare(
            $"{Columns} WHERE status = {Closed} AND (closed_at, id) > (?, ?) AND closed_at <= ? ORDER BY closed_at, id LIMIT ?");
        select.Add(after.At).Add(after.Id).Add(until).Add(limit);
        while (select.Read())
        {
            found.Add((select.Row.Number(0), Map(connection, select.Row)));
        }

        return found;
    }

    /// <summary>Makes a ticket under the next number.</summary>
    /// <exception cref="ArgumentException">The change names no requester.</exception>
    public static long Create(Connection connection, TicketChange change, TicketNumbers numbers, DateTimeOffset now)
    {
        if (change.Requester is not { } requester)
        {
            throw new ArgumentException("A change that makes a ticket needs a requester.", nameof(change));
        }

        var id = Math.Max(numbers.First, Last(connection) + 1);
        using var insert = connection.Prepare(
            """
            INSERT INTO ticket (id, number, subject, status, requester_address, requester_name, version, department, is_locked, linked_to, created_at,
                type, priority, category, assignee_address, assignee_name, closed_at)
            VALUES (?, ?, ?, ?, ?, ?, 1, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
        insert
            .Add(id)
            .Add(numbers.Format(id))
            .Add(change.Subject ?? string.Empty)
            .Add((int)(change.Status ?? TicketStatus.New))
            .Add(requester.Address)
            .Add(requester.Name)
            .Add(change.Department)
            .Add(change.LinkedTo)
            .Add(now)
            .Add(change.Type)
            .Add(change.Priority)
            .Add(change.Category)
            .Add(change.Assignee?.Address)
            .Add(change.Assignee?.Name)
            .Add(change.Status == TicketStatus.Closed ? now : null)
            .Run();
        return id;
    }

    public static void Update(Connection connection, long id, TicketChange change, DateTimeOffset now)
    {
        using var update = connection.Prepare(
            $"""
            UPDATE ticket SET status = coalesce(?1, status), department = coalesce(?2, department), type = coalesce(?3, type),
                priority = coalesce(?4, priority), category = coalesce(?5, category),
                assignee_name = CASE WHEN ?6 IS NULL THEN assignee_name ELSE ?7 END, assignee_address = coalesce(?6, assignee_address),
                closed_at = CASE WHEN coalesce(?1, status) <> {Closed} THEN NULL WHEN status <> {Closed} THEN ?9 ELSE closed_at END,
                version = version + 1
            WHERE id = ?8
            """);
        update
            .Add((long?)change.Status)
            .Add(change.Department)
            .Add(change.Type)
            .Add(change.Priority)
            .Add(change.Category)
            .Add(change.Assignee?.Address)
            .Add(change.Assignee?.Name)
            .Add(id)
            .Add(now)
            .Run();
    }

    private static long Last(Connection connection)
    {
        // The greatest id there ever was: a number is never given twice.
        using var select = connection.Prepare("SELECT seq FROM sqlite_sequence WHERE name = 'ticket'");
        return select.Number() ?? 0;
    }

    private static TicketSnapshot Map(Connection connection, Row row)
    {
        var id = row.Number(0);
        var requester = EmailAddress.Create(row.Text(4), row.TextOrNull(5));
        return new TicketSnapshot(row.Text(1), row.Text(2), (TicketStatus)row.Int(3), requester)
        {
            Version = row.Number(6).ToString(CultureInfo.InvariantCulture),
            Department = row.TextOrNull(7),
            Assignee = row.TextOrNull(8) is { } assignee ? EmailAddress.Create(assignee, row.TextOrNull(9)) : null,
            IsLocked = row.Flag(10),
            MergedInto = row.TextOrNull(11),
            Created = row.Time(12),
            Category = row.TextOrNull(13),
            Type = row.TextOrNull(14),
            Priority = row.TextOrNull(15),
            ClosedAt = row.TimeOrNull(16),
            Fields = FieldTable.Find(connection, id),
            Participants = PeopleTable.Find(connection, id, PeopleTable.Participant),
            Subscribers = PeopleTable.Find(connection, id, PeopleTable.Subscriber),
        };
    }
}
