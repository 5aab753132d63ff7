using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Makes the entry of a ticket out of a mail.</summary>
internal static class TicketEntries
{
    public static NewTicketEntry From(InboundContext context) => new(context.Sender.Address, context.Extracted.Reply)
    {
        Html = context.Extracted.Html,
        At = context.Entry.ReceivedAt,
        MessageId = context.Mail.MessageId,
        JournalId = context.Entry.Id,
        Attachments = context.Extracted.Attachments,
    };
}
