using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Documentation.Tests.Notifications;

/// <summary>Who is told of what, as the code has it.</summary>
internal static class NotificationRuleTable
{
    public static string Write()
    {
        IEnumerable<string> head = ["| event | who | template | settings | by default |", "|---|---|---|---|---|"];
        return string.Join('\n', head.Concat(NotificationRules.All.Select(Row)));
    }

    /// <summary>Events against audiences: a dot where nobody is told, whatever is set.</summary>
    public static string WriteGrid()
    {
        var audiences = Enum.GetValues<NotificationAudience>();
        IEnumerable<string> head = [$"| | {string.Join(" | ", audiences)} |", $"|---|{string.Concat(audiences.Select(_ => "---|"))}"];
        return string.Join('\n', head.Concat(Enum.GetValues<NotificationEvent>().Select(what => $"| {what} | {string.Join(" | ", audiences.Select(who => Cell(what, who)))} |")));
    }

    private static string Cell(NotificationEvent what, NotificationAudience who) =>
        NotificationRules.All.FirstOrDefault(rule => rule.Event == what && rule.Audience == who) is { } rule ? rule.IsOnByDefault ? "told" : "can be told" : "·";

    private static string Row(NotificationRuleDescription rule) =>
        $"| {rule.Event} | {rule.Audience} | {(rule.Template.Length > 0 ? $"`{rule.Template}`" : "of the event")} | {string.Join(", ", rule.Switches.Split(", ").Select(each => $"`{each}`"))} | {(rule.IsOnByDefault ? "told" : "not told")} |";
}
