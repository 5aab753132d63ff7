using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Mailing;

/// <summary>No ticket is changed; mail is sent.</summary>
/// <param name="Occasion">What it is about.</param>
/// <param name="Mails">What is made of templates.</param>
/// <param name="Trace">What was said.</param>
internal sealed record SendDecision(Occasion Occasion, IReadOnlyList<PlannedMail> Mails, IReadOnlyList<TraceLine> Trace) : Decision(Trace)
{
    /// <summary>The mail that the host composed itself, or <see langword="null"/>.</summary>
    public NewOutboxEntry? Ready { get; init; }
}
