using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.HostEvents;

/// <summary>The events that wait to be told. Of each ticket the oldest alone is handed out.</summary>
internal static class HostEventTable
{
    internal const string Promote =
        $"""
        UPDATE host_event SET due = '-infinity' WHERE sequence IN (
            SELECT sequence FROM host_event WHERE due > '-infinity' AND due <= {Database.NowSql} ORDER BY due LIMIT 1000 FOR UPDATE SKIP LOCKED)
        """;

    internal const string Take =
        $"""
        WITH chosen AS MATERIALIZED (
            SELECT e.sequence FROM host_event e
            WHERE e.due = '-infinity' AND NOT EXISTS (SELECT 1 FROM host_event older WHERE older.ticket = e.ticket AND older.sequence < e.sequence)
            ORDER BY e.sequence LIMIT $4 FOR UPDATE OF e SKIP LOCKED)
        UPDATE host_event e SET due = {Database.NowSql} + $3, node = $2, attempts = attempts + 1, fence = fence + 1, claim = $5
        FROM chosen WHERE e.sequence = chosen.sequence
        RETURNING e.sequence, e.id, e.type, e.ticket, e.payload, e.attempts, e.fence
        """;

    // Of a claim whose answer was lost: nobody was told.
    internal const string GiveBack = "UPDATE host_event SET node = NULL, due = '-infinity', attempts = attempts - 1 WHERE due > '-infinity' AND node IS NOT NULL AND claim = ANY ($1)";

    // Whoever writes one holds the lock of its ticket, so that numbers follow each other as others see them.
    public static Sql Add(NewHostEvent hostEvent) =>
        Sql.Write("INSERT INTO host_event (id, type, ticket, payload) VALUES ($1, $2, $3, $4)")
            .Add(hostEvent.Id).Add(hostEvent.Type).Add(hostEvent.Ticket).Add(hostEvent.Payload);

    public static IReadOnlyList<Sql> Claim(Database database, string node, int max, TimeSpan lease, Guid stamp, IReadOnlyCollection<Guid> lost) =>
    [
        .. lost.Count == 0 ? (IEnumerable<Sql>)[] : [Sql.Write(GiveBack).Add(lost)],
        Sql.Write(Promote).Add(database.Now),
        Sql.Read(Take).Add(database.Now).Add(node).Add(lease).Add((long)Math.Max(0, max)).Add(stamp),
    ];

    public static HostEventClaim Map(RowReader row, string node)
    {
        var sequence = row.Number();
        var hostEvent = new NewHostEvent(row.Guid(), row.Text(), row.Text(), row.Text());
        return new HostEventClaim(sequence, hostEvent, row.Int(), node, row.Number());
    }

    public static Sql Retry(HostEventClaim claim, DateTimeOffset at) =>
        Sql.Write("UPDATE host_event SET due = $1, node = NULL WHERE sequence = $2 AND node = $3 AND fence = $4")
            .Add(at).Add(claim.Sequence).Add(claim.Node).Add(claim.Fence);

    public static Sql Remove(HostEventClaim claim) =>
        Sql.Write("DELETE FROM host_event WHERE sequence = $1 AND node = $2 AND fence = $3").Add(claim.Sequence).Add(claim.Node).Add(claim.Fence);

    /// <summary>Frees what a process that is gone had claimed.</summary>
    public static Sql FreeClaimsOf(string node) =>
        Sql.Write("UPDATE host_event SET due = '-infinity', node = NULL WHERE node = $1").Add(node);
}
