using System.Net;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Admission;

/// <summary>Makes the entry of a ticket out of a mail.</summary>
internal static class TicketEntries
{
    public static NewTicketEntry From(InboundContext context) => new(context.Sender.Address, WithNotes(context))
    {
        Html = HtmlWithNotes(context),
        At = context.Entry.ReceivedAt,
        MessageId = context.Mail.MessageId,
        JournalId = context.Entry.Id,
        Attachments = context.Extracted.Attachments,
    };

    // What was left out, or asked for and not done, is said in brackets below the words, in both forms of them.
    private static string WithNotes(InboundContext context)
    {
        var notes = Notes(context);
        return notes.Count == 0
            ? context.Extracted.Reply
            : $"{context.Extracted.Reply}\n\n{string.Join('\n', notes.Select(note => $"[{note}]"))}".TrimStart('\n');
    }

    private static string? HtmlWithNotes(InboundContext context) =>
        context.Extracted.Html is { } html ? html + string.Concat(Notes(context).Select(note => $"<p>[{WebUtility.HtmlEncode(note)}]</p>")) : null;

    private static IReadOnlyList<string> Notes(InboundContext context) => [.. context.Extracted.Notes, .. context.Draft.Notes];
}
