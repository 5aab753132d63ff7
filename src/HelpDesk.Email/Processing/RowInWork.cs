using HelpDesk.Email.Contacts;
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

    private readonly RowTrace _trace = new(MailTrace.Read(claim.Entry.Trace), MaxTraceLines);
    private string? _decision = claim.Entry.Decision;
    private StoredDecision? _stored;

    public JournalClaim Claim { get; } = claim;

    public SettingsSnapshot Settings { get; } = settings;

    public long Id => Claim.Entry.Id;

    /// <summary>How long the present action takes.</summary>
    public RowWatch Watch { get; } = new(settings.Options.Processing.MaxTimePerAttempt);

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

    /// <summary>Whom the contact directory made, or had, in this claim.</summary>
    public Contact? Author { get; set; }

    /// <summary>What was decided in this claim, before it is committed.</summary>
    public Decision? Decided { get; set; }

    /// <summary>The committed decision, as the journal has it.</summary>
    public string? Decision
    {
        get => _decision;
        set => (_decision, _stored) = (value, null);
    }

    /// <summary>The same, read.</summary>
    public StoredDecision Stored => _stored ??= DecisionJson.Read(Decision!);

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

    public string TraceJson => _trace.Json;

    /// <summary>The trace of a row that goes back to wait: why, and that once, however often it is looked at in vain.</summary>
    public string WaitingTraceJson => _trace.WaitingJson;

    public void Trace(IEnumerable<TraceLine> lines) => _trace.Add(lines);

    public void Trace(string step, string verdict, string reason, DateTimeOffset at) =>
        _trace.Add([new TraceLine(step, verdict, reason) { At = at }]);

    /// <summary>Whether an action of the row was given up in this claim.</summary>
    public bool IsSuccessor { get; private init; }

    /// <summary>The same row as it stood after its last commit, to be worked on while an action that was given up still has its hands on this one.</summary>
    public RowInWork Anew()
    {
        var anew = new RowInWork(Claim, Settings)
        {
            State = State,
            OperationId = OperationId,
            Conflicts = Conflicts,
            Attempts = Attempts,
            Decision = Decision,
            Result = Result,
            LastFailure = LastFailure,
            IsSuccessor = true,
        };
        anew.Trace(_trace.News);
        return anew;
    }
}
