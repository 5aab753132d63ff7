using System.Text;
using AcmeDesk.Accounts;
using AcmeDesk.Data;
using AcmeDesk.Mail;
using AcmeDesk.Tickets;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using static AcmeDesk.Pages.Html;

namespace AcmeDesk.Pages;

/// <summary>All tickets for an agent, their own for a customer.</summary>
internal static class HomePage
{
    private const int Rows = 50;

    public static async Task<string> ForAgentAsync(AcmeTicketStore tickets, AcmeDatabase database, CancellationToken cancellationToken)
    {
        var list = new List<TicketSnapshot>();
        await foreach (var ticket in tickets.ListAsync(Rows, cancellationToken))
        {
            list.Add(ticket);
        }

        var activities = string.Concat(ActivityLog.Read(database, Rows).Select(line => $"<li>{E(line)}</li>"));
        return Page("Tickets", $"{List(list)}<h2>What happened</h2><ul>{activities}</ul>");
    }

    public static async Task<string> ForCustomerAsync(AcmeTicketStore tickets, EmailAddress customer, CancellationToken cancellationToken) =>
        Page($"Tickets of {customer.Address}", List(await tickets.OfRequesterAsync(customer, DateTimeOffset.MinValue, Rows, cancellationToken)));

    /// <summary>For who is not logged in.</summary>
    public static string Login()
    {
        var page = new StringBuilder("<p>Customers log in by the link in a mail.</p><form method=\"post\" action=\"/login\">");
        foreach (var agent in AcmeAccounts.Agents)
        {
            page.Append($"<button name=\"address\" value=\"{E(agent.Address)}\">I am {E(agent.Name)}, an agent</button> ");
        }

        return Page("Log in", page.Append("</form>").ToString());
    }

    private static string List(IEnumerable<TicketSnapshot> tickets) => "<ul>" + string.Concat(tickets.Select(ticket =>
        $"<li><a href=\"/tickets/{E(Uri.EscapeDataString(ticket.Number))}\">{E(ticket.Number)}</a> {E(ticket.Subject)} "
        + $"<span class=\"muted\">{E(ticket.Status)}, {E(ticket.Requester.Address)}, {E(ticket.Category)} {E(ticket.Priority)}</span></li>")) + "</ul>";
}
