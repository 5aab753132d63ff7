using HelpDesk.Email.Signals;

namespace HelpDesk.Email.Troubles;

/// <summary>Remembers what trouble there is until it is mailed: the same at most once an hour, and once more when it is over. Safe on any thread, never waits, throws nothing.</summary>
internal sealed class TroubleBook(WorkSignals signals, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, TroubleState> _states = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells that there is trouble; told again it is counted.</summary>
    public void Tell(string key, bool isError, string text)
    {
        var now = time.GetUtcNow();
        var trouble = new Trouble(key, isError, text);
        bool isNews;
        lock (_lock)
        {
            if (!_states.TryGetValue(key, out var state))
            {
                _states.Add(key, state = new TroubleState(trouble, now));
            }

            // What is worse now than when it was reported is news at once.
            isNews = state.Count == 0 || (isError && !state.Trouble.IsError);
            if (isError && !state.Trouble.IsError)
            {
                state.Reported = null;
            }

            state.Trouble = trouble;
            state.Count++;
            state.Last = now;
            state.Over = null;
        }

        if (isNews)
        {
            signals.Troubles.Set();
        }
    }

    /// <summary>Tells that a trouble is over; nothing where there is none.</summary>
    public void End(string key)
    {
        lock (_lock)
        {
            if (!_states.TryGetValue(key, out var state) || state.Over is not null)
            {
                return;
            }

            state.Over = time.GetUtcNow();
        }

        signals.Troubles.Set();
    }

    /// <summary>What is to be reported now, in the order in which it was told.</summary>
    /// <param name="withWarnings">Whether warnings count.</param>
    public IReadOnlyList<TroubleReport> Due(bool withWarnings)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            return
            [
                .. _states.Values
                    .Where(state => (withWarnings || state.Trouble.IsError) && IsDue(state, now))
                    .OrderBy(state => state.Last)
                    .Select(state => new TroubleReport(state.Trouble, state.Count, state.Last, state.Over)),
            ];
        }
    }

    /// <summary>Notes that reports went out.</summary>
    public void Reported(IReadOnlyList<TroubleReport> reports)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            foreach (var report in reports)
            {
                if (_states.TryGetValue(report.Trouble.Key, out var state))
                {
                    state.Count -= report.Count;
                    state.IsEndTold = report.Over is not null;
                    state.Reported = report.Count > 0 || state.Reported is null ? now : state.Reported;
                }
            }

            Forget(now);
        }
    }

    /// <summary>Forgets all that was not reported: nobody wants to know.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _states.Clear();
        }
    }

    private static bool IsDue(TroubleState state, DateTimeOffset now) =>
        (state.Count > 0 && !(now - state.Reported < Pause)) || (state is { Count: 0, Over: not null, IsEndTold: false });

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, _) in _states.Where(each => each.Value is { Count: 0 } state && now - state.Reported >= Pause && (state.IsEndTold || state.Over is null)).ToList())
        {
            _states.Remove(key);
        }
    }
}
