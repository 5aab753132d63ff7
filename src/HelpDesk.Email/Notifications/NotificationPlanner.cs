using HelpDesk.Email.Configuration;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Identity;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Says who is told what, from what became of the ticket. A pure function.</summary>
internal static class NotificationPlanner
{
    /// <summary>The mails that follow from a change.</summary>
    /// <param name="result">What the ticket store did: never what was decided.</param>
    /// <param name="cause">What caused it.</param>
    /// <param name="settings">The settings.</param>
    public static IReadOnlyList<PlannedMail> Plan(ApplyResult result, Cause cause, SettingsSnapshot settings)
    {
        if (result.Ticket is not { } ticket)
        {
            return [];
        }

        var planned = cause.Origin switch
        {
            JournalOrigin.Mail when result.Created => Acknowledge(ticket, cause, settings),
            JournalOrigin.AgentReply when !cause.IsInternal => Answer(ticket, cause),
            _ => [],
        };
        return [.. planned.Where(mail => !IsOurOwn(mail.Recipient, settings))];
    }

    /// <summary>The mail that tells a sender that a mail was refused.</summary>
    public static IReadOnlyList<PlannedMail> PlanRejection(string template, Cause cause, SettingsSnapshot settings) =>
        cause is { MayRespond: true, IsOtherHelpDesk: false } && !IsOurOwn(cause.Author, settings)
            ? [new PlannedMail(template, Author(cause), OutgoingKind.AutomaticAnswer, "the mail was refused")]
            : [];

    private static IEnumerable<PlannedMail> Acknowledge(TicketSnapshot ticket, Cause cause, SettingsSnapshot settings)
    {
        if (cause.MayRespond && settings.Options.DepartmentOf(ticket.Department).Autoresponder.Enabled)
        {
            yield return new PlannedMail(TemplateNames.TicketReceived, Author(cause), OutgoingKind.AutomaticAnswer, "the mail made a ticket");
        }
    }

    // The name beside an address is the sender's words too.
    private static EmailAddress Author(Cause cause) => cause.MayEcho ? cause.Author : EmailAddress.Create(cause.Author.Address);

    private static IEnumerable<PlannedMail> Answer(TicketSnapshot ticket, Cause cause) =>
        ticket.Subscribers.Prepend(ticket.Requester)
            .Distinct()
            .Where(address => !address.Equals(cause.Author))
            .Select(address => new PlannedMail(TemplateNames.TicketUpdated, address, OutgoingKind.Personal, "an agent answered"));

    // Mail to ourselves would come in again.
    private static bool IsOurOwn(EmailAddress address, SettingsSnapshot settings) =>
        StandInSender.Is(address) || OwnAddresses.Has(address.Address, settings.Mailboxes, settings.Options);
}
