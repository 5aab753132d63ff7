using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>Who delivers which mail, and until when.</summary>
internal static class OutboxClaims
{
    // A mail that may have taken its process along is not sent again at once.
    private static readonly TimeSpan FirstRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);

    public static bool AnyDue(Connection connection, OutboxClaimRequest request, DateTimeOffset now)
    {
        foreach (var account in OpenAccounts(connection, request))
        {
            using var select = connection.Prepare("SELECT 1 FROM outbox WHERE account = ? AND due <= ? LIMIT 1");
            if (select.Add(account).Add(now).Number() is not null)
            {
                return true;
            }
        }

        return false;
    }

    public static IReadOnlyList<OutboxClaim> Claim(Connection connection, OutboxClaimRequest request, DateTimeOffset now)
    {
        var due = new List<long>();
        foreach (var account in OpenAccounts(connection, request))
        {
            // What waited long enough joins what is due, so that the oldest can be taken off one index in their order. A
            // lease that ended leaves its node behind: until somebody else takes the mail, its work still counts.
            using var promote = connection.Prepare("UPDATE outbox SET due = 0 WHERE account = ? AND due > 0 AND due <= ?");
            promote.Add(account).Add(now).Run();
            FindDue(connection, account, request, now, due);
        }

        due.Sort();
        return [.. due.Take(Math.Max(0, request.Max)).Select(id => Take(connection, id, request.Node, now + request.Lease))];
    }

    public static void Renew(Connection connection, OutboxClaim claim, DateTimeOffset until)
    {
        using var update = connection.Prepare("UPDATE outbox SET due = ? WHERE id = ? AND node = ? AND fence = ? AND due IS NOT NULL");
        update.Add(until).Add(claim.Entry.Id).Add(claim.Node).Add(claim.Fence).Run();
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
    public static void FreeClaimsOf(Connection connection, string node, DateTimeOffset now)
    {
        using var update = connection.Prepare(
            """
            UPDATE outbox SET due = CASE WHEN state = ?1 AND alone = 1 AND counted = 1 THEN ?2 + min(?3 << min(lost_attempts, 8), ?4) ELSE 0 END, node = NULL
            WHERE due IS NOT NULL AND node = ?5
            """);
        update.Add((int)OutboxState.Sending).Add(now).Add(FirstRest.Ticks).Add(LongestRest.Ticks).Add(node).Run();
    }

    /// <summary>The accounts that have mail, without those that nothing is asked of.</summary>
    private static List<string> OpenAccounts(Connection connection, OutboxClaimRequest request)
    {
        var accounts = new List<string>();
        for (var account = NextAccount(connection, null); account is not null; account = NextAccount(connection, account))
        {
            if (!request.ExceptAccounts.Contains(account, StringComparer.OrdinalIgnoreCase))
            {
                accounts.Add(account);
            }
        }

        return accounts;
    }

    // From one to the next by the index: there are few of them, and there may be many mails.
    private static string? NextAccount(Connection connection, string? after)
    {
        using var select = after is null
            ? connection.Prepare("SELECT account FROM outbox WHERE due IS NOT NULL ORDER BY account LIMIT 1")
            : connection.Prepare("SELECT account FROM outbox WHERE due IS NOT NULL AND account > ? ORDER BY account LIMIT 1");
        _ = after is null ? select : select.Add(after);
        return select.Read() ? select.Row.Text(0) : null;
    }

    private static void FindDue(Connection connection, string account, OutboxClaimRequest request, DateTimeOffset now, List<long> due)
    {
        // Without an order to be kept nothing was queued after this moment, so that nothing holds back.
        var since = request.KeepOrderFor > TimeSpan.Zero ? now - request.KeepOrderFor : DateTimeOffset.MaxValue;
        using var select = connection.Prepare(
            """
            SELECT mail.id FROM outbox mail WHERE mail.account = ?1 AND mail.due = 0 AND NOT EXISTS (
                SELECT 1 FROM outbox older WHERE older.ticket = mail.ticket AND older.due IS NOT NULL AND older.id < mail.id
                    AND older.queued_at > ?2 AND (older.attempts > 0 OR older.not_before <= ?3)
                    AND (older.lane = mail.lane OR older.lane IS NULL OR mail.lane IS NULL))
            ORDER BY mail.id LIMIT ?4
            """);
        select.Add(account).Add(since).Add(now).Add(Math.Max(0, request.Max));
        while (select.Read())
        {
            due.Add(select.Row.Number(0));
        }
    }

    private static OutboxClaim Take(Connection connection, long id, string node, DateTimeOffset until)
    {
        using var update = connection.Prepare(
            """
            UPDATE outbox SET node = ?1, due = ?2, fence = fence + 1, counted = 0, alone = state = ?3,
                lost_attempts = lost_attempts + (state = ?3 AND alone = 1 AND counted = 1)
            WHERE id = ?4 RETURNING fence
            """);
        var fence = update.Add(node).Add(until).Add((int)OutboxState.Sending).Add(id).Number()!.Value;
        var entry = OutboxRows.Find(connection, id)!;
        return new OutboxClaim(entry, node, fence, InDoubt: entry.State == OutboxState.Sending);
    }
}
