using System.Text;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>A ticket: its conversation, its mails, and a form to answer.</summary>
internal static class TicketPage
{
    /// <summary>The page.</summary>
    /// <param name="number">The ticket.</param>
    /// <param name="answer">The row of the journal of an answer that was just written, or <see langword="null"/>.</param>
    /// <param name="store">Knows the ticket.</param>
    /// <param name="tickets">Knows its entries.</param>
    /// <param name="mail">Knows its mails.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<string?> RenderAsync(
        string number, long? answer, ITicketStore store, ITicketQueries tickets, IMailStore mail, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(TicketLookup.Of(number), cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        // An answer is safe once it is written down; a moment later it is an entry.
        var isWaiting = answer is { } row && (await mail.Journal.FindAsync(new JournalQuery { Id = row, Finished = false }, cancellationToken)).Count > 0;
        var ticket = found[0];
        var page = new StringBuilder($"""<p>{MailTables.State(ticket.Status.ToString(), isBad: false)} <span class="muted">asked by {E(ticket.Requester)}</span></p>""");
        await foreach (var entry in tickets.EntriesAsync(ticket.Number, cancellationToken))
        {
            page.Append(Entry(entry, ticket));
        }

        page.Append(isWaiting ? """<p class="muted">Your answer is on its way.</p>""" : string.Empty);
        page.Append($"""
            <h2>Answer</h2>
            <form method="post" action="/tickets/{E(Uri.EscapeDataString(ticket.Number))}/replies">
              <input type="hidden" name="id" value="{Guid.NewGuid()}">
              <label>It goes to {E(ticket.Requester.Address)} as a mail <textarea name="text" rows="6" required></textarea></label>
              <button>Send as Tina (agent)</button>
            </form>
            <h2>Mails in</h2>
            """);
        page.Append(MailTables.Journal(await mail.Journal.FindAsync(new JournalQuery { Ticket = ticket.Number }, cancellationToken)));
        page.Append("<h2>Mails out</h2>");
        page.Append(MailTables.Outbox(await mail.Outbox.FindAsync(new OutboxQuery { Ticket = ticket.Number }, cancellationToken)));
        return Page($"{ticket.Number}: {ticket.Subject}", page.ToString(), isWaiting);
    }

    private static string Entry(TicketEntry entry, TicketSnapshot ticket)
    {
        var files = string.Join(", ", entry.Attachments.Select(file => $"{E(file.FileName)} ({file.Size} octets)"));
        var isInternal = entry.Visibility == EntryVisibility.Internal;
        var kind = (isInternal ? " internal" : "") + (entry.Author.Equals(ticket.Requester) ? "" : " agent");
        return $"""
            <div class="entry{kind}">
              <div class="muted"><b>{E(entry.Author.Name ?? entry.Author.Address)}</b><span>{MailTables.Time(entry.At)}{(isInternal ? ", internal" : "")}</span>{(entry.JournalId > 0 ? $"""<a href="/mails/{entry.JournalId}">why is it here?</a>""" : "")}</div>
              <div class="text">{E(entry.Text)}</div>
              {(files.Length > 0 ? $"""<div class="files">{files}</div>""" : "")}
            </div>
            """;
    }
}
