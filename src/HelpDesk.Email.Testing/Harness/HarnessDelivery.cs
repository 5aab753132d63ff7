using HelpDesk.Email.Inbound;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>What became of a delivered mail once the engine was quiet.</summary>
/// <param name="Row">Its row of the journal.</param>
/// <param name="Trace">What each step said.</param>
/// <param name="Outbox">The mails that follow from it.</param>
public sealed record HarnessDelivery(JournalEntry Row, IReadOnlyList<TraceLine> Trace, IReadOnlyList<OutboxEntry> Outbox)
{
    /// <summary>What became of it.</summary>
    public JournalOutcome Outcome => Row.Outcome;

    /// <summary>The ticket it belongs to, or <see langword="null"/>.</summary>
    public string? Ticket => Row.Ticket;
}
