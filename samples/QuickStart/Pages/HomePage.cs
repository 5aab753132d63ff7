using System.Text;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using static QuickStart.Pages.Layout;

namespace QuickStart.Pages;

/// <summary>The tickets, the mails in and out, and a form to write one.</summary>
internal static class HomePage
{
    private const int Rows = 50;

    public static async Task<string> RenderAsync(ITicketQueries tickets, IMailStore store, CancellationToken cancellationToken)
    {
        var page = new StringBuilder();
        page.Append("<h2>Tickets</h2><table><tr><th>Number</th><th>Subject</th><th>Status</th><th>Requester</th></tr>");
        await foreach (var ticket in tickets.ListAsync(Rows, cancellationToken))
        {
            var link = $"/tickets/{E(Uri.EscapeDataString(ticket.Number))}";
            page.Append($"""<tr><td><a href="{link}">{E(ticket.Number)}</a></td><td><a href="{link}">{E(ticket.Subject)}</a></td><td>{E(ticket.Status)}</td><td>{E(ticket.Requester)}</td></tr>""");
        }

        page.Append("</table><h2>Mails in</h2>");
        page.Append(MailTables.Journal(await store.Journal.FindAsync(new JournalQuery { Limit = Rows }, cancellationToken)));
        page.Append("<h2>Mails out</h2>");
        page.Append(MailTables.Outbox(await store.Outbox.FindAsync(new OutboxQuery { Limit = Rows }, cancellationToken)));
        page.Append($"""
            <h2>Write a mail to the help desk</h2>
            <form method="post" action="/mails">
              <input type="hidden" name="id" value="{Guid.NewGuid()}">
              <input name="from" type="email" required placeholder="Your address, such as ann@example.test" aria-label="Your address">
              <input name="subject" required placeholder="Subject" aria-label="Subject">
              <textarea name="text" rows="6" required placeholder="What is wrong?" aria-label="Text"></textarea>
              <button>Send</button>
            </form>
            """);
        return Page("Tickets and mail", page.ToString());
    }
}
