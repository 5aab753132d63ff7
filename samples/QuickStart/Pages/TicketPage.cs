using System.Text;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>A ticket: its conversation, its mails, and a form to answer.</summary>
internal static class TicketPage
{
    public static async Task<string?> RenderAsync(string number, ITicketStore store, ITicketQueries tickets, IMailStore mail, CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(TicketLookup.Of(number), cancellationToken);
        if (found.Count == 0)
        {
            return null;
        }

        var ticket = found[0];
        var page = new StringBuilder($"""<p class="muted">{E(ticket.Status)}, asked by {E(ticket.Requester)}</p>""");
        await foreach (var entry in tickets.EntriesAsync(ticket.Number, cancellationToken))
        {
            page.Append(Entry(entry));
        }

        page.Append($"""
            <h2>Answer</h2>
            <form method="post" action="/tickets/{E(Uri.EscapeDataString(ticket.Number))}/replies">
              <input type="hidden" name="id" value="{Guid.NewGuid()}">
              <textarea name="text" rows="6" required aria-label="Your answer"></textarea>
              <button>Send as Tina (agent)</button>
            </form>
            <h2>Mails in</h2>
            """);
        page.Append(MailTables.Journal(await mail.Journal.FindAsync(new JournalQuery { Ticket = ticket.Number }, cancellationToken)));
        page.Append("<h2>Mails out</h2>");
        page.Append(MailTables.Outbox(await mail.Outbox.FindAsync(new OutboxQuery { Ticket = ticket.Number }, cancellationToken)));
        return Page($"{ticket.Number}: {ticket.Subject}", page.ToString());
    }

    private static string Entry(TicketEntry entry)
    {
        var files = string.Join(", ", entry.Attachments.Select(file => $"{E(file.FileName)} ({file.Size} octets)"));
        var hint = entry.Visibility == EntryVisibility.Internal ? " internal" : string.Empty;
        return $"""
            <div class="entry{hint}">
              <div class="muted">{E(entry.Author.Name ?? entry.Author.Address)}, {MailTables.Time(entry.At)}{hint}</div>
              <div class="text">{E(entry.Text)}</div>
              <div class="muted">{files}</div>
            </div>
            """;
    }
}
