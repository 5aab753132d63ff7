using System.Net;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Makes the entry of a ticket out of a mail.</summary>
internal static class TicketEntries
{
    public static NewTicketEntry From(InboundContext context) => new(context.Sender.Address, WithNotes(context.Extracted))
    {
        Html = HtmlWithNotes(context.Extracted),
        At = context.Entry.ReceivedAt,
        MessageId = context.Mail.MessageId,
        JournalId = context.Entry.Id,
        Attachments = context.Extracted.Attachments,
    };

    // What was left out is said in brackets below the words, in both forms of them.
    private static string WithNotes(ExtractedContent content) =>
        content.Notes.Count == 0 ? content.Reply : $"{content.Reply}\n\n{string.Join('\n', content.Notes.Select(note => $"[{note}]"))}".TrimStart('\n');

    private static string? HtmlWithNotes(ExtractedContent content) =>
        content.Html is null ? null : content.Html + string.Concat(content.Notes.Select(note => $"<p>[{WebUtility.HtmlEncode(note)}]</p>"));
}
