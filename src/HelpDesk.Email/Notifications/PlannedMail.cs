using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Notifications;

/// <summary>A mail that is to go out.</summary>
/// <param name="Template">From which template.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Kind">Who speaks in it.</param>
/// <param name="Reason">Why it goes to them.</param>
internal sealed record PlannedMail(string Template, EmailAddress Recipient, OutgoingKind Kind, string Reason)
{
    /// <summary>With what a new contact logs in, in their welcome mail.</summary>
    public ContactInvitation? Invitation { get; init; }
}
