namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Ends a wait that lasts too long: because the other side is silent, or because the caller waits no longer.</summary>
internal sealed class SilenceTimer : IAsyncDisposable
{
    private readonly TimeProvider _time;
    private readonly TimeSpan _idleTimeout;
    private readonly Action _end;
    private readonly ITimer _timer;
    private long _since;
    private volatile bool _waiting;
    private volatile bool _elapsed;

    /// <summary>Makes one that is not started.</summary>
    /// <param name="idleTimeout">How long silence may last; may be infinite.</param>
    /// <param name="time">The clock.</param>
    /// <param name="end">Ends the wait.</param>
    public SilenceTimer(TimeSpan idleTimeout, TimeProvider time, Action end)
    {
        _time = time;
        _idleTimeout = idleTimeout;
        _end = end;
        _since = time.GetTimestamp();
        _timer = time.CreateTimer(static state => ((SilenceTimer)state!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Silence is counted from now on.</summary>
    public void Mark() => Volatile.Write(ref _since, _time.GetTimestamp());

    /// <summary>A wait begins.</summary>
    /// <param name="atMost">A limit beside that on silence.</param>
    public void Begin(TimeSpan atMost)
    {
        var silence = Patience.Left(_idleTimeout, _time.GetElapsedTime(Volatile.Read(ref _since)));
        _elapsed = false;
        _waiting = true;
        _timer.Change(Patience.Shorter(silence, atMost), Timeout.InfiniteTimeSpan);
    }

    /// <summary>The wait is over.</summary>
    public void End()
    {
        _waiting = false;
        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Mark();
    }

    /// <summary>Whether the timer ended the last wait; says so once.</summary>
    public bool TakeElapsed()
    {
        var elapsed = _elapsed;
        _elapsed = false;
        return elapsed;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void OnTimer()
    {
        if (_waiting)
        {
            _elapsed = true;
            _end();
        }
    }
}
