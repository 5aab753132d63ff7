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
    /// <summary>What they are to the ticket.</summary>
    public NotificationAudience Audience { get; init; }

    /// <summary>What happened.</summary>
    public NotificationEvent Event { get; init; }

    /// <summary>Whether the recipient works on tickets: sees what is internal, and gets no link that logs in.</summary>
    public bool IsForTechnician { get; init; }

    /// <summary>Whether it is the automatic answer to the mail that made the ticket.</summary>
    public bool IsAcknowledgement { get; init; }

    /// <summary>Who gets the very same mail, where one goes to all: no link in it may be one person's own.</summary>
    public IReadOnlyList<EmailAddress> Others { get; init; } = [];

    /// <summary>With what a new contact logs in, in their welcome mail.</summary>
    public ContactInvitation? Invitation { get; init; }

    /// <summary>Values of the model beside the usual ones, by name; they win.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
