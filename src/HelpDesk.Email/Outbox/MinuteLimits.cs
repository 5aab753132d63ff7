using System.Collections.Concurrent;

namespace HelpDesk.Email.Outbox;

/// <summary>Counts the mails that an account got within the last minute. Safe on any thread.</summary>
internal sealed class MinuteLimits(TimeProvider time)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _sent = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts one more mail, unless it would be over the limit.</summary>
    /// <param name="account">Its account.</param>
    /// <param name="limit">How many a minute; 0 for no limit.</param>
    /// <returns><see langword="null"/> when it was counted; otherwise when it may go.</returns>
    public DateTimeOffset? TryCount(string account, int limit)
    {
        if (limit == 0)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var sent = _sent.GetOrAdd(account, static _ => new Queue<DateTimeOffset>());
        lock (sent)
        {
            while (sent.TryPeek(out var first) && first + Minute <= now)
            {
                sent.Dequeue();
            }

            if (sent.Count >= limit)
            {
                return sent.ElementAt(sent.Count - limit) + Minute;
            }

            sent.Enqueue(now);
            return null;
        }
    }

    /// <summary>Whether another mail may go now.</summary>
    public bool IsUsedUp(string account, int limit)
    {
        if (limit == 0 || !_sent.TryGetValue(account, out var sent))
        {
            return false;
        }

        lock (sent)
        {
            return sent.Count >= limit && sent.ElementAt(sent.Count - limit) + Minute > time.GetUtcNow();
        }
    }
}
