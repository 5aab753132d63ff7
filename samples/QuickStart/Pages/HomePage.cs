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
        var page = new StringBuilder("<h2>Tickets</h2>");
        await AppendTicketsAsync(page, tickets, cancellationToken);
        page.Append("<h2>Mails in</h2>");
        page.Append(MailTables.Journal(await store.Journal.FindAsync(new JournalQuery { Limit = Rows }, cancellationToken)));
        page.Append("<h2>Mails out</h2>");
        page.Append(MailTables.Outbox(await store.Outbox.FindAsync(new OutboxQuery { Limit = Rows }, cancellationToken)));
        page.Append($"""
            <h2>Write a mail to the help desk</h2>
            <form method="post" action="/mails">
              <input type="hidden" name="id" value="{Guid.NewGuid()}">
              <label>Your address <input name="from" type="email" required placeholder="ann@example.test"></label>
              <label>Subject <input name="subject" required placeholder="My printer smokes"></label>
              <label>Text <textarea name="text" rows="6" required placeholder="What is wrong?"></textarea></label>
              <button>Send</button>
            </form>
            """);
        return Page("Tickets and mail", page.ToString());
    }

    private static async Task AppendTicketsAsync(StringBuilder page, ITicketQueries tickets, CancellationToken cancellationToken)
    {
        var rows = new StringBuilder();
        await foreach (var ticket in tickets.ListAsync(Rows, cancellationToken))
        {
            rows.Append($"""<tr><td class="narrow">{MailTables.Ticket(ticket.Number)}</td><td>{MailTables.Ticket(ticket.Number, MailTables.Short(ticket.Subject))}</td><td class="narrow">{MailTables.State(ticket.Status.ToString(), isBad: false)}</td><td class="who">{E(ticket.Requester)}</td></tr>""");
        }

        page.Append(rows.Length == 0
            ? """<p class="muted">None yet. Write a mail below, or send one from a shell as the program says at its start.</p>"""
            : $"""<div class="table"><table><tr><th>Number</th><th>Subject</th><th>Status</th><th>Requester</th></tr>{rows}</table></div>""");
    }
}
