using HelpDesk.Email.Decisions;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>A claimed row while a worker holds it: what is known of it in memory, and nothing that the store does not have or could not get again.</summary>
internal sealed class RowInWork(JournalClaim claim, SettingsSnapshot settings)
{
    private const int MaxTraceLines = 200;

    private readonly List<TraceLine> _trace = [.. MailTrace.Read(claim.Entry.Trace)];
    private readonly int _earlierLines = MailTrace.Read(claim.Entry.Trace).Count;

    public JournalClaim Claim { get; } = claim;

    public SettingsSnapshot Settings { get; } = settings;

    public long Id => Claim.Entry.Id;

    /// <summary>The state after the last commit.</summary>
    public JournalState State { get; set; } = claim.Entry.State;

    /// <summary>The operation that belongs to the state.</summary>
    public Guid OperationId { get; set; } = claim.Entry.OperationId;

    /// <summary>How often a decision was given up.</summary>
    public int Conflicts { get; set; } = claim.Entry.Conflicts;

    /// <summary>Counted attempts in the present state.</summary>
    public int Attempts { get; set; } = claim.Entry.Attempts;

    /// <summary>The octets, once they were opened.</summary>
    public MailContent? Content { get; set; }

    /// <summary>What was decided in this claim, before it is committed.</summary>
    public Decision? Decided { get; set; }

    /// <summary>The committed decision, as the journal has it.</summary>
    public string? Decision { get; set; } = claim.Entry.Decision;

    /// <summary>The committed result, as the journal has it.</summary>
    public string? Result { get; set; } = claim.Entry.Result;

    /// <summary>What the ticket store, or the module of a record, answered, before it is committed.</summary>
    public string? Answer { get; set; }

    /// <summary>What follows from the result, before it is committed.</summary>
    public FinishCommit? Conclusion
    {
        get;
        set
        {
            DisposeConclusion();
            field = value;
        }
    }

    /// <summary>The row that has the reservation.</summary>
    public JournalEntry? Twin { get; set; }

    /// <summary>What went wrong as often as it may, or <see langword="null"/>.</summary>
    public string? LastFailure { get; set; }

    /// <summary>When a row that is set back is tried again.</summary>
    public TimeSpan Delay { get; set; }

    /// <summary>Lets the octets of mail go that the store has by now, or never will: those of large mail lie in spool files.</summary>
    public void DisposeConclusion()
    {
        foreach (var mail in Conclusion?.Outbox ?? [])
        {
            mail.Content?.Dispose();
        }
    }

    public string TraceJson => MailTrace.Write(_trace.TakeLast(MaxTraceLines));

    /// <summary>The trace of a row that goes back to wait: why, and that once, however often it is looked at in vain.</summary>
    public string WaitingTraceJson
    {
        get
        {
            var earlier = _trace.Take(_earlierLines);
            var isNews = _trace.Count > _earlierLines && (_earlierLines == 0 || _trace[^1] with { At = _trace[_earlierLines - 1].At } != _trace[_earlierLines - 1]);
            return MailTrace.Write((isNews ? earlier.Append(_trace[^1]) : earlier).TakeLast(MaxTraceLines));
        }
    }

    public void Trace(IEnumerable<TraceLine> lines) => _trace.AddRange(lines);

    public void Trace(string step, string verdict, string reason, DateTimeOffset at) =>
        _trace.Add(new TraceLine(step, verdict, reason) { At = at });
}
