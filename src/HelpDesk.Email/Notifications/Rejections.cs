using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Notifications;

/// <summary>The mail that tells a sender that a mail was refused.</summary>
internal static class Rejections
{
    public static IReadOnlyList<PlannedMail> Plan(string template, Cause cause, SettingsSnapshot settings) =>
        NotificationPlanner.WhyNoRejection(cause, settings) is null
            ? [new PlannedMail(template, Author(cause), OutgoingKind.AutomaticAnswer, "the mail was refused")]
            : [];

    // The name beside an address is the sender's words too.
    private static EmailAddress Author(Cause cause) => cause.MayEcho ? cause.Author : EmailAddress.Create(cause.Author.Address);
}
