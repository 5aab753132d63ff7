namespace HelpDesk.Email.Notifications;

/// <summary>One rule: who is told of what, and what decides it.</summary>
/// <param name="Event">What happens.</param>
/// <param name="Audience">Who is told.</param>
/// <param name="Template">By which template; empty where the settings of the host's own event say it.</param>
/// <param name="Switches">The settings that it depends on; below <c>Notifications</c>, or the section that they name.</param>
/// <param name="IsOnByDefault">Whether they are told where nothing is set.</param>
public sealed record NotificationRuleDescription(NotificationEvent Event, NotificationAudience Audience, string Template, string Switches, bool IsOnByDefault);
