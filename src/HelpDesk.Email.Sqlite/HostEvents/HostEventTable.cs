using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.HostEvents;

/// <summary>The events that wait to be told. Of each ticket the oldest alone has a time at which it is due.</summary>
internal static class HostEventTable
{
    public static void Add(Connection connection, NewHostEvent hostEvent)
    {
        using var insert = connection.Prepare(
            """
            INSERT INTO host_event (id, type, ticket, payload, attempts, fence, due)
            VALUES (?1, ?2, ?3, ?4, 0, 0, CASE WHEN EXISTS (SELECT 1 FROM host_event WHERE ticket = ?3) THEN NULL ELSE 0 END)
            """);
        insert.Add(hostEvent.Id).Add(hostEvent.Type).Add(hostEvent.Ticket).Add(hostEvent.Payload).Run();
    }

    public static bool AnyDue(Connection connection, DateTimeOffset now)
    {
        using var select = connection.Prepare("SELECT 1 FROM host_event WHERE due <= ? LIMIT 1");
        return select.Add(now).Number() is not null;
    }

    public static IReadOnlyList<HostEventClaim> Claim(Connection connection, string node, int max, DateTimeOffset now, DateTimeOffset until)
    {
        // What waited long enough joins what is due, so that the oldest can be taken off one index in their order.
        using var promote = connection.Prepare("UPDATE host_event SET due = 0 WHERE due > 0 AND due <= ?");
        promote.Add(now).Run();

        var claims = new List<HostEventClaim>();
        using var select = connection.Prepare(
            "SELECT sequence, id, type, ticket, payload, attempts, fence FROM host_event WHERE due = 0 ORDER BY sequence LIMIT ?");
        select.Add(Math.Max(0, max));
        while (select.Read())
        {
            var row = select.Row;
            var hostEvent = new NewHostEvent(row.Guid(1), row.Text(2), row.Text(3), row.Text(4));
            claims.Add(new HostEventClaim(row.Number(0), hostEvent, row.Int(5) + 1, node, row.Number(6) + 1));
        }

        foreach (var claim in claims)
        {
            using var update = connection.Prepare("UPDATE host_event SET due = ?, node = ?, attempts = ?, fence = ? WHERE sequence = ?");
            update.Add(until).Add(node).Add(claim.Attempts).Add(claim.Fence).Add(claim.Sequence).Run();
        }

        return claims;
    }

    public static bool Retry(Connection connection, HostEventClaim claim, DateTimeOffset at)
    {
        using var update = connection.Prepare("UPDATE host_event SET due = ?, node = NULL WHERE sequence = ? AND node = ? AND fence = ?");
        return update.Add(at).Add(claim.Sequence).Add(claim.Node).Add(claim.Fence).Run() == 1;
    }

    /// <summary>Removes an event that was told, and lets the next one of its ticket be told.</summary>
    public static bool Remove(Connection connection, HostEventClaim claim)
    {
        using var delete = connection.Prepare("DELETE FROM host_event WHERE sequence = ? AND node = ? AND fence = ?");
        if (delete.Add(claim.Sequence).Add(claim.Node).Add(claim.Fence).Run() == 0)
        {
            return false;
        }

        using var next = connection.Prepare(
            "UPDATE host_event SET due = 0 WHERE sequence = (SELECT sequence FROM host_event WHERE ticket = ? ORDER BY sequence LIMIT 1)");
        next.Add(claim.Event.Ticket).Run();
        return true;
    }

    /// <summary>Frees what a process that is gone had claimed.</summary>
    public static void FreeClaimsOf(Connection connection, string node)
    {
        using var update = connection.Prepare("UPDATE host_event SET due = 0, node = NULL WHERE due IS NOT NULL AND node = ?");
        update.Add(node).Run();
    }
}
