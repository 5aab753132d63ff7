namespace HelpDesk.Email.Protocols.Tests;

/// <summary>A clock that moves when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<ManualTimer> _timers = [];
    private readonly Dictionary<TimeSpan, TaskCompletionSource> _armed = [];
    private int _waits;
    private DateTimeOffset _now = new(2026, 11, 21, 10, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    /// <summary>How often somebody began to wait.</summary>
    public int Waits
    {
        get
        {
            lock (_lock)
            {
                return _waits;
            }
        }
    }

    /// <summary>Completes once somebody waits for exactly this long.</summary>
    public Task UntilSomebodyWaitsAsync(TimeSpan dueTime)
    {
        lock (_lock)
        {
            return ArmedAt(dueTime).Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public void Advance(TimeSpan by)
    {
        ManualTimer[] due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now).OrderBy(timer => timer.Due)];
            _timers.ExceptWith(due);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    /// <summary>Goes on to where the next wait is over, and not where nobody waits.</summary>
    public void AdvanceToNext()
    {
        TimeSpan left;
        lock (_lock)
        {
            left = _timers.Count == 0 ? TimeSpan.Zero : _timers.Min(timer => timer.Due) - _now;
        }

        if (left > TimeSpan.Zero)
        {
            Advance(left);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private TaskCompletionSource ArmedAt(TimeSpan dueTime)
    {
        if (!_armed.TryGetValue(dueTime, out var armed))
        {
            armed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _armed.Add(dueTime, armed);
        }

        return armed;
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime > TimeSpan.Zero)
                {
                    Due = time._now + dueTime;
                    time._timers.Add(this);
                    time._waits++;
                    time.ArmedAt(dueTime).TrySetResult();
                }
            }

            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
