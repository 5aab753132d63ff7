using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>Who delivers which mail, and until when.</summary>
internal static class OutboxClaims
{
    public static bool AnyDue(Connection connection, DateTimeOffset now)
    {
        using var select = connection.Prepare("SELECT 1 FROM outbox WHERE due <= ? LIMIT 1");
        return select.Add(now).Number() is not null;
    }

    public static IReadOnlyList<OutboxClaim> Claim(Connection connection, string node, int max, DateTimeOffset now, DateTimeOffset until)
    {
        // What waited long enough joins what is due, so that the oldest can be taken off one index in their order. A
        // lease that ended leaves its node behind: until somebody else takes the mail, its work still counts.
        using var promote = connection.Prepare("UPDATE outbox SET due = 0 WHERE due > 0 AND due <= ?");
        promote.Add(now).Run();

        var due = new List<long>();
        using var select = connection.Prepare("SELECT id FROM outbox WHERE due = 0 ORDER BY id LIMIT ?");
        select.Add(Math.Max(0, max));
        while (select.Read())
        {
            due.Add(select.Row.Number(0));
        }

        return [.. due.Select(id => Take(connection, id, node, until))];
    }

    /// <summary>Whether a claim still holds, and what it has done so far.</summary>
    /// <returns>The state of the row and whether the claim has counted its attempt; <see langword="null"/> when it holds no longer.</returns>
    public static (OutboxState State, bool IsCounted)? Held(Connection connection, OutboxClaim claim)
    {
        using var select = connection.Prepare("SELECT state, counted FROM outbox WHERE id = ? AND node = ? AND fence = ?");
        return select.Add(claim.Entry.Id).Add(claim.Node).Add(claim.Fence).Read()
            ? ((OutboxState)select.Row.Int(0), select.Row.Flag(1))
            : null;
    }

    /// <summary>Frees what a process that is gone had claimed.</summary>
    public static void FreeClaimsOf(Connection connection, string node)
    {
        using var update = connection.Prepare("UPDATE outbox SET due = 0, node = NULL WHERE due IS NOT NULL AND node = ?");
        update.Add(node).Run();
    }

    private static OutboxClaim Take(Connection connection, long id, string node, DateTimeOffset until)
    {
        using var update = connection.Prepare("UPDATE outbox SET node = ?, due = ?, fence = fence + 1, counted = 0 WHERE id = ? RETURNING fence");
        var fence = update.Add(node).Add(until).Add(id).Number()!.Value;
        var entry = OutboxRows.Find(connection, id)!;
        return new OutboxClaim(entry, node, fence, InDoubt: entry.State == OutboxState.Sending);
    }
}
