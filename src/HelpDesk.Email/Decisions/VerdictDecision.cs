using HelpDesk.Email.Inbound;
using HelpDesk.Email.Returns;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Decisions;

/// <summary>No ticket is changed; the row ends.</summary>
/// <param name="Outcome">What becomes of the row.</param>
/// <param name="Ticket">The ticket it belongs to as it stood, or <see langword="null"/>.</param>
/// <param name="RejectionTemplate">The template that tells the sender, or <see langword="null"/> to tell nobody.</param>
/// <param name="Cause">The mail, where its sender is told; otherwise <see langword="null"/>.</param>
/// <param name="Trace">What the steps said.</param>
internal sealed record VerdictDecision(JournalOutcome Outcome, TicketSnapshot? Ticket, string? RejectionTemplate, Cause? Cause, IReadOnlyList<TraceLine> Trace)
    : Decision(Trace)
{
    /// <summary>What the sender asked for and gets, or <see langword="null"/>.</summary>
    public MailAnswer? Answer { get; init; }

    /// <summary>Whether the mail is one of ours that came back.</summary>
    public bool IsLoop { get; init; }

    /// <summary>What a report says of a mail of ours, or <see langword="null"/>.</summary>
    public ReturnedReport? Report { get; init; }

    /// <summary>The report as a cause of mails to agents; <see langword="null"/> where there is none.</summary>
    public Cause? ReportCause { get; init; }
}
