using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Monitoring;

/// <summary>One mailbox as the monitor knows it: its settings, how it is, and what was asked of it by hand. Safe on any thread.</summary>
internal sealed class MailboxWatch(string name, MailboxOptions options, bool isStopped) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _end = new();

    // Never disposed, nor those that it replaces: they have no timers, and a hand may come at any moment.
    private CancellationTokenSource _interruption = new();
    private MailboxStatus _status = new(name, isStopped ? MailboxActivity.Stopped : MailboxActivity.Starting);
    private bool _isStopped = isStopped;

    public string Name => name;

    public MailboxOptions Options => options;

    /// <summary>The loop that reads it; completes after <see cref="EndAsync"/>.</summary>
    public Task Loop { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled when the mailbox is read no more, or by other settings.</summary>
    public CancellationToken End => _end.Token;

    public MailboxStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _status;
            }
        }
    }

    public bool IsStopped
    {
        get
        {
            lock (_lock)
            {
                return _isStopped;
            }
        }
    }

    public void Update(Func<MailboxStatus, MailboxStatus> change)
    {
        lock (_lock)
        {
            _status = change(_status);
        }
    }

    /// <summary>Stops or starts it by hand.</summary>
    public void Stop(bool isStopped)
    {
        lock (_lock)
        {
            _isStopped = isStopped;
        }

        Interrupt();
    }

    /// <summary>Ends whatever the loop waits for.</summary>
    public void Interrupt()
    {
        CancellationTokenSource interruption;
        lock (_lock)
        {
            interruption = _interruption;
        }

        interruption.Cancel();
    }

    /// <summary>A token that the next <see cref="Interrupt"/> cancels; one that was cancelled before counts no more.</summary>
    public CancellationToken NextInterruption()
    {
        lock (_lock)
        {
            if (_interruption.IsCancellationRequested)
            {
                _interruption = new CancellationTokenSource();
            }

            return _interruption.Token;
        }
    }

    public async Task EndAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await Loop.ConfigureAwait(false);
    }

    public void Dispose() => _end.Dispose();
}
