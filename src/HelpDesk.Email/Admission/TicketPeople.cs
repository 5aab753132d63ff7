using HelpDesk.Email.Classification;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Says whom a mail brings to a ticket: those it names as subscribers, who wrote it as participant.</summary>
/// <remarks>A program brings nobody, and neither does a sender who may be somebody else.</remarks>
internal sealed class TicketPeople(IMailboxCatalog catalog)
{
    /// <summary>Who gets the updates of a ticket that the mail makes.</summary>
    public IReadOnlyList<EmailAddress> SubscribersOfNew(InboundContext context) =>
        context.Settings.Subscribers.FromNewMail && MayBring(context) && (context.Match is not { } match || Belongs(context, match))
            ? Named(context).Where(address => !address.Equals(context.Sender.Address)).Take(context.Settings.Subscribers.MaxPerTicket).ToList()
            : [];

    /// <summary>Who gets the updates from now on, because a reply names them.</summary>
    public IReadOnlyList<EmailAddress> SubscribersOfReply(InboundContext context, TicketMatch match) =>
        context.Settings.Subscribers.FromReplies && MayBring(context) && Belongs(context, match)
            ? Named(context)
                .Where(address => !match.Ticket.Knows(address) && !address.Equals(context.Sender.Address))
                .Take(Math.Max(0, context.Settings.Subscribers.MaxPerTicket - match.Ticket.Subscribers.Count))
                .ToList()
            : [];

    /// <summary>Who belongs to the ticket from now on, because they wrote to it.</summary>
    public static IReadOnlyList<EmailAddress> ParticipantsOfReply(InboundContext context, TicketMatch match)
    {
        var author = context.Sender.Address;
        return MayBring(context) && Belongs(context, match) && !match.Ticket.Participants.Prepend(match.Ticket.Requester).Any(context.Sender.Is)
            ? [author]
            : [];
    }

    /// <summary>What is left of a list when our own addresses are taken out: mail to them would come back.</summary>
    public IReadOnlyList<EmailAddress> WithoutOwn(IEnumerable<EmailAddress> addresses, HelpDeskEmailOptions options) =>
        [.. addresses.Where(address => !OwnAddresses.Has(address.Address, catalog.Mailboxes, options))];

    private static bool MayBring(InboundContext context) => context.Sender.HasAuthority && !context.Classification.IsAutomatic;

    // Who got hold of a token, or of a number where a number is enough, is let in, and may let nobody else in.
    private static bool Belongs(InboundContext context, TicketMatch match) =>
        context.Sender.IsTechnician || context.Sender.BelongsTo(match.Ticket) || match.Candidate.MadeForSender;

    private IEnumerable<EmailAddress> Named(InboundContext context)
    {
        // The addresses of a mail that came through a list are the list's.
        if (BulkHeaderRules.HasListField(context.Mail))
        {
            return [];
        }

        // What the mail was delivered to is ours, whatever the settings call it.
        var delivered = DeliveryAddresses.DeliveredTo(context).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var named = context.Mail.To.Concat(context.Mail.Cc).ToList();
        var others = WithoutOwn(named, context.Settings).Where(address => !delivered.Contains(address.Address)).ToList();

        // A mail that names us nowhere reached us by the address that it names: one that is passed on to us, and would come back.
        var passedOn = others.Count == named.Count && context.Mail.To.Count == 1 ? context.Mail.To[0] : null;
        return others.Where(address => !address.Equals(passedOn) && NeverAnswerRules.IsRobot(address.Address) is null).Distinct();
    }
}
