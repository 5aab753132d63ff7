using HelpDesk.Email.Configuration;
using HelpDesk.Email.Links;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Composition;

/// <summary>The values of links.</summary>
internal static class LinkValues
{
    /// <summary>The values for a mail; a rating only for the requester, and only of a ticket that was closed.</summary>
    public static Dictionary<string, object?> Of(TicketLinkSet links, MailInWork mail) => new(StringComparer.Ordinal)
    {
        ["view"] = links.View,
        ["viewText"] = null,
        ["browse"] = null,
        ["browseText"] = null,
        ["autologin"] = Own(links.Autologin, mail),
        ["unsubscribe"] = Own(links.Unsubscribe, mail),
        ["selfService"] = links.SelfService,
        ["placement"] = links.Placement switch { LinkPlacement.Top => "top", LinkPlacement.None => "none", _ => "bottom" },
        ["rating"] = IsRated(mail) && links.Rating is { } rating
            ? new Dictionary<string, object?>(StringComparer.Ordinal) { ["prompt"] = rating.Prompt, ["good"] = rating.Good, ["ok"] = rating.Ok, ["bad"] = rating.Bad }
            : null,
    };

    private static string? Own(string? link, MailInWork mail) => mail.IsShared ? null : link;

    private static bool IsRated(MailInWork mail) =>
        !mail.IsShared && mail.Planned is { Audience: NotificationAudience.Requester, Event: NotificationEvent.Closed or NotificationEvent.AutoClosed };
}
