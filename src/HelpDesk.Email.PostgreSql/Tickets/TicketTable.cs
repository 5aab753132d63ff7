using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Json;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>The tickets themselves.</summary>
internal static class TicketTable
{
    // People and fields come with the ticket, as of one moment and in one round trip.
    private const string Fields =
        """
        t.id, t.number, t.subject, t.status, t.requester_address, t.requester_name, t.version, t.department, t.assignee_address, t.assignee_name,
            t.is_locked, t.merged_into, t.created_at, t.category, t.type, t.priority, t.closed_at,
            array(SELECT p.address FROM ticket_person p WHERE p.ticket_id = t.id AND p.role = 0 ORDER BY p.id),
            array(SELECT coalesce(p.name, '') FROM ticket_person p WHERE p.ticket_id = t.id AND p.role = 0 ORDER BY p.id),
            array(SELECT p.address FROM ticket_person p WHERE p.ticket_id = t.id AND p.role = 1 ORDER BY p.id),
            array(SELECT coalesce(p.name, '') FROM ticket_person p WHERE p.ticket_id = t.id AND p.role = 1 ORDER BY p.id),
            array(SELECT f.name FROM ticket_field f WHERE f.ticket_id = t.id ORDER BY f.key),
            array(SELECT f.value FROM ticket_field f WHERE f.ticket_id = t.id ORDER BY f.key)
        """;

    private const string Columns = $"SELECT {Fields} FROM ticket t";

    /// <summary>The ticket that the transaction changes: the first statement of a change notes it, and the others have its number from there.</summary>
    public const string ChangedId = "nullif(current_setting('helpdesk.ticket', true), '')::bigint";

    private const int Closed = (int)TicketStatus.Closed;
    private const int Message = (int)EntryKind.Message;
    private const int Public = (int)EntryVisibility.Public;

    /// <summary>Open tickets whose last public message is older than a moment, with that message, the longest silent first.</summary>
    internal static readonly string IdleSql = string.Create(
        CultureInfo.InvariantCulture,
        $"""
        SELECT t.id, e.id FROM ticket t CROSS JOIN LATERAL (
            SELECT m.id, m.at FROM ticket_entry m WHERE m.ticket_id = t.id AND m.kind = {Message} AND m.visibility = {Public} ORDER BY m.id DESC LIMIT 1) e
        WHERE t.status <> {Closed} AND NOT t.is_locked AND t.merged_into IS NULL AND e.at < $1 ORDER BY e.at, t.id
        """);

    /// <summary>The key under which a number is found, however its letters are written.</summary>
    public static string KeyOf(string number) => number.ToUpperInvariant();

    /// <summary>The tickets with some numbers.</summary>
    public static Sql Find(IEnumerable<string> numbers) => Sql.Read($"{Columns} WHERE t.number_key = ANY ($1)").Add(numbers.Select(KeyOf));

    public static Sql Find(IEnumerable<long> ids) => Sql.Read($"{Columns} WHERE t.id = ANY ($1)").Add(ids);

    /// <summary>Locks the ticket with a number for the length of the transaction, as the one that is changed; ends the transaction when it is not there, or of another version.</summary>
    public static Sql Lock(string number, string? expectedVersion) => Sql.Guard(
        $"""
        WITH held AS MATERIALIZED (SELECT id, status, version FROM ticket WHERE number_key = $1 FOR NO KEY UPDATE)
        SELECT helpdesk_require(EXISTS (SELECT 1 FROM held WHERE $2 IS NULL OR version::text = $2), '{Refusal.TicketChanged}'),
            set_config('helpdesk.ticket', (SELECT id::text FROM held), true),
            set_config('helpdesk.status', (SELECT status::text FROM held), true),
            set_config('helpdesk.entry', '', true)
        """).Add(KeyOf(number)).Add(expectedVersion);

    /// <summary>The ticket as the transaction has changed it, with the entry it got and its status before.</summary>
    public static Sql Changed() => Sql.Read(
        $"SELECT {EntryTable.AddedId}, nullif(current_setting('helpdesk.status', true), '')::integer, {Fields} FROM ticket t WHERE t.id = {ChangedId}");

    /// <summary>The result of a change.</summary>
    public static ApplyResult MapChanged(RowReader row)
    {
        var (entryId, before) = (row.NumberOrNull(), (TicketStatus?)row.IntOrNull());
        var ticket = Map(row).Ticket;
        return new ApplyResult(ApplyStatus.Applied)
        {
            Ticket = ticket,
            Created = before is null,
            Reopened = before == TicketStatus.Closed && ticket.Status != TicketStatus.Closed,
            EntryId = entryId?.ToString(CultureInfo.InvariantCulture),
        };
    }

    /// <summary>The youngest tickets below an id, the youngest first.</summary>
    public static Sql List(long below, int limit) => Sql.Read($"{Columns} WHERE t.id < $1 ORDER BY t.id DESC LIMIT $2").Add(below).Add((long)limit);

    /// <summary>The youngest tickets of a requester that were made since a moment, the youngest first.</summary>
    public static Sql OfRequester(EmailAddress requester, DateTimeOffset since, int limit) =>
        Sql.Read($"{Columns} WHERE t.requester_key = $1 AND t.created_at >= $2 ORDER BY t.id DESC LIMIT $3")
            .Add(TextKey.OfAnyCase(requester.Address)).Add(since).Add((long)Math.Max(0, limit));

    /// <summary>Tickets that were closed within a time, after the last one of the page before.</summary>
    public static Sql ClosedBetween((DateTimeOffset At, long Id) after, DateTimeOffset until, int limit) => Sql.Read(string.Create(
        CultureInfo.InvariantCulture,
        $"{Columns} WHERE t.status = {Closed} AND t.closed_at IS NOT NULL AND (t.closed_at, t.id) > ($1, $2) AND t.closed_at <= $3 ORDER BY t.closed_at, t.id LIMIT $4"))
        .Add(after.At).Add(after.Id).Add(until).Add((long)limit);

    /// <summary>Makes a ticket under the number that was drawn, as the one that is changed.</summary>
    /// <exception cref="ArgumentException">The change names no requester.</exception>
    public static Sql Create(Database database, TicketNumbers numbers, TicketChange change)
    {
        if (change.Requester is not { } requester)
        {
            throw new ArgumentException("A change that makes a ticket needs a requester.", nameof(change));
        }

        return Sql.Guard(
            $"""
            WITH made AS (
                INSERT INTO ticket (id, number, number_key, subject, status, requester_address, requester_name, requester_key, version, department, linked_to,
                    created_at, type, priority, category, assignee_address, assignee_name, closed_at)
                VALUES ({TicketNumbers.Drawn}, $2 || {TicketNumbers.Drawn}, $3 || {TicketNumbers.Drawn}, $4, $5, $6, $7, $8, 1, $9, $10,
                    {Database.NowSql}, $11, $12, $13, $14, $15, CASE WHEN $5 = {Closed} THEN {Database.NowSql} END)
                RETURNING id)
            SELECT set_config('helpdesk.ticket', id::text, true), set_config('helpdesk.status', '', true), set_config('helpdesk.entry', '', true) FROM made
            """)
            .Add(database.Now)
            .Add(numbers.Prefix)
            .Add(KeyOf(numbers.Prefix))
            .Add(change.Subject ?? string.Empty)
            .Add((int)(change.Status ?? TicketStatus.New))
            .Add(requester.Address)
            .Add(requester.Name)
            .Add(TextKey.OfAnyCase(requester.Address))
            .Add(change.Department)
            .Add(change.LinkedTo)
            .Add(change.Type)
            .Add(change.Priority)
            .Add(change.Category)
            .Add(change.Assignee?.Address)
            .Add(change.Assignee?.Name);
    }

    public static Sql Update(Database database, TicketChange change) => Sql.Write(
        $"""
        UPDATE ticket SET status = coalesce($1, status), department = coalesce($2, department), type = coalesce($3, type),
            priority = coalesce($4, priority), category = coalesce($5, category),
            assignee_name = CASE WHEN $6 IS NULL THEN assignee_name ELSE $7 END, assignee_address = coalesce($6, assignee_address),
            closed_at = CASE WHEN coalesce($1, status) <> {Closed} THEN NULL WHEN status <> {Closed} THEN coalesce($8, statement_timestamp()) ELSE closed_at END,
            version = version + 1
        WHERE id = {ChangedId}
        """)
        .Add((long?)change.Status)
        .Add(change.Department)
        .Add(change.Type)
        .Add(change.Priority)
        .Add(change.Category)
        .Add(change.Assignee?.Address)
        .Add(change.Assignee?.Name)
        .Add(database.Now);

    public static (long Id, TicketSnapshot Ticket) Map(RowReader row)
    {
        var id = row.Number();
        var (number, subject, status) = (row.Text(), row.Text(), (TicketStatus)row.Int());
        var requester = EmailAddress.Create(row.Text(), row.TextOrNull());
        var version = row.Number().ToString(CultureInfo.InvariantCulture);
        var department = row.TextOrNull();
        var (assignee, assigneeName) = (row.TextOrNull(), row.TextOrNull());
        return (id, new TicketSnapshot(number, subject, status, requester)
        {
            Version = version,
            Department = department,
            Assignee = assignee is null ? null : EmailAddress.Create(assignee, assigneeName),
            IsLocked = row.Flag(),
            MergedInto = row.TextOrNull(),
            Created = row.Time(),
            Category = row.TextOrNull(),
            Type = row.TextOrNull(),
            Priority = row.TextOrNull(),
            ClosedAt = row.TimeOrNull(),
            Participants = People(row.Texts(), row.Texts()),
            Subscribers = People(row.Texts(), row.Texts()),
            Fields = row.Texts().Zip(row.Texts()).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal),
        });
    }

    private static IReadOnlyList<EmailAddress> People(string[] addresses, string[] names) =>
        [.. addresses.Zip(names, (address, name) => EmailAddress.Create(address, name.Length == 0 ? null : name))];
}
