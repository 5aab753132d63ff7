using System.Text;
using AcmeDesk.Tickets;
using HelpDesk.Email.Tickets;
using static AcmeDesk.Pages.Html;

namespace AcmeDesk.Pages;

/// <summary>The conversation of a ticket, and for an agent a form to answer.</summary>
internal static class TicketPage
{
    /// <summary>The page; <see langword="null"/> where there is no such ticket. A customer sees nothing that is internal.</summary>
    public static async Task<string?> RenderAsync(AcmeTicketStore tickets, string number, bool isAgent, CancellationToken cancellationToken)
    {
        if (await tickets.FindAsync(TicketLookup.Of(number), cancellationToken) is not [var ticket, ..])
        {
            return null;
        }

        var page = new StringBuilder($"<p class=\"muted\">{E(ticket.Status)}, asked by {E(ticket.Requester.Name ?? ticket.Requester.Address)}{Rating(ticket)}</p>");
        await foreach (var entry in tickets.EntriesAsync(ticket.Number, cancellationToken))
        {
            if (isAgent || entry.Visibility == EntryVisibility.Public)
            {
                var isInternal = entry.Visibility == EntryVisibility.Internal ? ", internal" : string.Empty;
                page.Append($"<article><div class=\"muted\">{E(entry.Author.Name ?? entry.Author.Address)}{isInternal}</div><p>{E(entry.Text)}</p></article>");
            }
        }

        return Page($"{ticket.Number}: {ticket.Subject}", page.Append(isAgent ? Form(ticket) : string.Empty).ToString());
    }

    private static string Rating(TicketSnapshot ticket) => ticket.Fields.TryGetValue("Rating", out var rating) ? $", rated {E(rating)}" : string.Empty;

    private static string Form(TicketSnapshot ticket) =>
        $"<h2>Answer</h2><form method=\"post\" action=\"/tickets/{E(Uri.EscapeDataString(ticket.Number))}/replies\">"
        + $"<input type=\"hidden\" name=\"id\" value=\"{Guid.NewGuid()}\">"
        + "<label>What to say<textarea name=\"text\" required></textarea></label>"
        + "<p><label><input type=\"checkbox\" name=\"isInternal\" value=\"true\"> for agents only</label> <label><input type=\"checkbox\" name=\"close\" value=\"true\"> and close the ticket</label></p>"
        + "<button>Send</button></form>";
}
