using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>When something was counted, by key; touched under the store's lock alone.</summary>
internal sealed class ThrottleTable
{
    private readonly Dictionary<string, Counter> _counters = new(StringComparer.Ordinal);

    /// <summary>Counts one more under each key, or under none when one of the limits is reached.</summary>
    public bool TryCount(IReadOnlyList<ThrottleLimit> limits, DateTimeOffset now)
    {
        if (limits.Any(limit => limit.Limit <= 0 || _counters.GetValueOrDefault(limit.Key) is { } counter && counter.Has(limit.Limit, limit.Window, now)))
        {
            return false;
        }

        // Two limits on one key (so many an hour, so many a day) see the same mail once.
        foreach (var key in limits.GroupBy(limit => limit.Key, StringComparer.Ordinal))
        {
            if (!_counters.TryGetValue(key.Key, out var counter))
            {
                _counters.Add(key.Key, counter = new Counter());
            }

            counter.Add(now, key.Max(limit => limit.Window));
        }

        return true;
    }

    /// <summary>Forgets what was counted under some keys.</summary>
    /// <returns>How many keys.</returns>
    public int Forget(Func<string, bool> isMeant)
    {
        var keys = _counters.Keys.Where(isMeant).ToList();
        keys.ForEach(key => _counters.Remove(key));
        return keys.Count;
    }

    private sealed class Counter
    {
        private readonly Queue<DateTimeOffset> _times = new();
        private TimeSpan _longest;

        public bool Has(int limit, TimeSpan window, DateTimeOffset now) => _times.Count >= limit && _times.Count(time => time > now - window) >= limit;

        public void Add(DateTimeOffset now, TimeSpan window)
        {
            _longest = window > _longest ? window : _longest;
            while (_times.TryPeek(out var oldest) && oldest <= now - _longest)
            {
                _times.Dequeue();
            }

            _times.Enqueue(now);
        }
    }
}
