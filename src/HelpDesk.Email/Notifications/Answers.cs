using HelpDesk.Email.Decisions;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Notifications;

/// <summary>The mail that gives a sender what they asked for.</summary>
internal static class Answers
{
    public static IReadOnlyList<PlannedMail> Plan(MailAnswer answer, Cause cause, SettingsSnapshot settings) =>
        NotificationPlanner.WhyNoRejection(cause, settings) is null
            ? [new PlannedMail(answer.Template, cause.MayEcho ? cause.Author : EmailAddress.Create(cause.Author.Address), OutgoingKind.AutomaticAnswer, "the sender asked for it") { Values = answer.Values }]
            : [];
}
