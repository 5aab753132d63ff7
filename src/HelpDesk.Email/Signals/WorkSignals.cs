namespace HelpDesk.Email.Signals;

/// <summary>The signals of one process.</summary>
internal sealed class WorkSignals : IDisposable
{
    /// <summary>There may be a row in the journal.</summary>
    public WorkSignal Journal { get; } = new();

    /// <summary>There may be a mail to send.</summary>
    public WorkSignal Outbox { get; } = new();

    /// <summary>There may be an event to tell.</summary>
    public WorkSignal Events { get; } = new();

    /// <summary>There may be trouble to tell.</summary>
    public WorkSignal Troubles { get; } = new();

    public void Dispose()
    {
        Journal.Dispose();
        Outbox.Dispose();
        Events.Dispose();
        Troubles.Dispose();
    }
}
