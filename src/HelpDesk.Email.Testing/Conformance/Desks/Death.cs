using HelpDesk.Email.Observing;

namespace HelpDesk.Email.Testing.Conformance.Desks;

/// <summary>Ends a process in the middle of its work: whatever comes by a place of the flow from then on stays there. Safe on any thread.</summary>
internal sealed class Death : IFlowObserver
{
    private readonly TaskCompletionSource _came = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _places = long.MaxValue;
    private long _reads = long.MaxValue;
    private volatile bool _isStopped;
    private volatile bool _goesOn;

    /// <summary>Completes when the process is dead.</summary>
    public Task Came => _came.Task;

    /// <summary>Where it died.</summary>
    public string Place { get; private set; } = string.Empty;

    /// <summary>Whether it stands still.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>Says at which place of the flow to die, counted from now on.</summary>
    public void ArmPlace(int ordinal) => Volatile.Write(ref _places, ordinal);

    /// <summary>Says at which read of a file by the ticket store to die, counted from now on; opening it counts too.</summary>
    public void ArmRead(int ordinal) => Volatile.Write(ref _reads, ordinal);

    /// <summary>Lives on.</summary>
    public void Disarm()
    {
        ArmPlace(int.MaxValue);
        ArmRead(int.MaxValue);
    }

    public void Reached(FlowPoint point)
    {
        if (!_isStopped && Interlocked.Decrement(ref _places) == 0)
        {
            Stop(point.ToString());
        }

        if (_isStopped)
        {
            _came.TrySetResult();
#pragma warning disable RS0030 // An observer is no task; the pool hears of this wait, and puts another thread in the place of this one.
            _released.Task.Wait();
#pragma warning restore RS0030
            ThrowUnlessItGoesOn();
        }
    }

    /// <summary>A file is read within a change.</summary>
    /// <remarks>It counts as dead when the store has let go of what it had begun, as a server does for a client that is gone.</remarks>
    /// <exception cref="IOException">The process dies: what the store had begun is undone.</exception>
    public void ReadFile()
    {
        if (!_isStopped && Interlocked.Decrement(ref _reads) == 0)
        {
            Stop("a read of the file by the ticket store");
        }

        if (_isStopped)
        {
            throw new IOException("The process died while the file was read.");
        }
    }

    /// <summary>Never goes on while the process is dead.</summary>
    public async Task HangAsync()
    {
        _came.TrySetResult();
        await _released.Task.ConfigureAwait(false);
        ThrowUnlessItGoesOn();
    }

    /// <summary>Lets everything go that stands still: to its end, or on with its work, as a process that was only paused. The first call decides.</summary>
    public void Release(bool goesOn)
    {
        if (_released.Task.IsCompleted)
        {
            return;
        }

        _goesOn = goesOn;
        _isStopped = !goesOn;
        _released.TrySetResult();
    }

    private void Stop(string place)
    {
        Place = place;
        _isStopped = true;
    }

    private void ThrowUnlessItGoesOn()
    {
        if (!_goesOn)
        {
            throw new OperationCanceledException("The process of this work is dead.");
        }
    }
}
