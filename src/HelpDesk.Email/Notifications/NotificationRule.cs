using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Notifications;

/// <summary>One line of the table: who is told of what, by which template, and the switch over it.</summary>
/// <param name="Event">What happens.</param>
/// <param name="Audience">Who is told.</param>
/// <param name="Template">By which template; empty where the host's own settings say it.</param>
/// <param name="Switch">The settings that it depends on, below <c>Notifications</c> unless it says otherwise.</param>
/// <param name="IsOn">What these settings say.</param>
internal sealed record NotificationRule(NotificationEvent Event, NotificationAudience Audience, string Template, string Switch, Func<HelpDeskEmailOptions, bool> IsOn)
{
    /// <summary>Whether those who are told work on tickets: they may read everything, whoever wrote it.</summary>
    public bool IsForTechnicians => Audience is not (NotificationAudience.Requester or NotificationAudience.Subscribers);
}
