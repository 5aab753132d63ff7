using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Notifications;

/// <summary>The rules by which people are told of what happens to tickets, for those who show them.</summary>
public static class NotificationRules
{
    /// <summary>All of them, in the order in which they are asked.</summary>
    public static IReadOnlyList<NotificationRuleDescription> All { get; } =
        [.. NotificationTable.Rules.Select(rule => new NotificationRuleDescription(rule.Event, rule.Audience, rule.Template, rule.Switch, rule.IsOn(new HelpDeskEmailOptions())))];
}
