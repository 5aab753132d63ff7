using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Notifications;

/// <summary>One line of a plan.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Audience">What the person is to the ticket.</param>
/// <param name="Recipient">The person, or <see langword="null"/> where there is none.</param>
/// <param name="Template">The template of the mail; empty where there is none.</param>
/// <param name="IsTold">Whether mail goes out.</param>
/// <param name="Reason">Why, or why not, with the setting that says so.</param>
public sealed record NotificationPlanLine(NotificationEvent Event, NotificationAudience Audience, EmailAddress? Recipient, string Template, bool IsTold, string Reason)
{
    /// <summary>Whether the recipient works on tickets.</summary>
    public bool IsForTechnician { get; init; }

    /// <summary>Whether it is the automatic answer to the mail that made the ticket, with the bounds of <c>AutomaticAnswers</c>.</summary>
    public bool IsAcknowledgement { get; init; }

    /// <summary>The line to be read.</summary>
    public override string ToString() =>
        $"{Event}: {Audience} {Recipient?.Address ?? "(nobody)"}: {(IsTold ? $"{Template}, {Reason}" : $"not told, {Reason}")}";
}
