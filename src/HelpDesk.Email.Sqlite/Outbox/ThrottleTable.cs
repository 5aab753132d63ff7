using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>When something was counted, by key.</summary>
internal static class ThrottleTable
{
    /// <summary>Counts one more under each key, or under none when one of the limits is reached.</summary>
    public static bool TryCount(Connection connection, IReadOnlyList<ThrottleLimit> limits, DateTimeOffset now)
    {
        if (limits.Count == 0)
        {
            return true;
        }

        Purge(connection, now);
        foreach (var limit in limits)
        {
            using var count = connection.Prepare("SELECT count(*) FROM throttle WHERE key = ? AND at > ?");
            if (count.Add(limit.Key).Add(now - limit.Window).Number() >= limit.Limit)
            {
                return false;
            }
        }

        // Two limits on one key (so many an hour, so many a day) see the same mail once.
        foreach (var key in limits.GroupBy(limit => limit.Key, StringComparer.Ordinal))
        {
            using var insert = connection.Prepare("INSERT INTO throttle (key, at, expires_at) VALUES (?, ?, ?)");
            insert.Add(key.Key).Add(now).Add(now + key.Max(limit => limit.Window)).Run();
        }

        return true;
    }

    private static void Purge(Connection connection, DateTimeOffset now)
    {
        using var delete = connection.Prepare("DELETE FROM throttle WHERE expires_at <= ?");
        delete.Add(now).Run();
    }
}
