using HelpDesk.Email.Links;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Composition;

/// <summary>By what a mail program offers to end a subscription (RFC 2369 section 3.2, RFC 8058 section 3.1).</summary>
internal static class UnsubscribeHeaders
{
    /// <summary>The command that ends a subscription by mail.</summary>
    public const string Command = "unsub";

    /// <summary>The fields of a mail; none where it is not one person's own, or that person is no subscriber.</summary>
    /// <param name="mail">The mail.</param>
    /// <param name="links">Its links.</param>
    /// <param name="reply">Where answers go: a mail with a command there ends it too.</param>
    /// <param name="isCommand">Whether there is such a command.</param>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(MailInWork mail, TicketLinkSet links, ReplyTarget reply, bool isCommand)
    {
        if (mail.IsShared || !IsSubscriber(mail))
        {
            return [];
        }

        var takesCommands = isCommand && mail.Occasion.Settings.Options.Commands.Enabled;
        return links.UnsubscribeHeaders(reply.Signed is { } address && takesCommands
            ? $"{Uri.EscapeDataString(address).Replace("%40", "@", StringComparison.Ordinal)}?subject=%23{Command}%23"
            : null);
    }

    private static bool IsSubscriber(MailInWork mail) =>
        mail.Planned.Audience == NotificationAudience.Subscribers || mail.Occasion.Ticket?.Subscribers.Contains(mail.Planned.Recipient) == true;
}
