using AcmeDesk.Accounts;
using AcmeDesk.Pages;
using AcmeDesk.Tickets;
using HelpDesk.Email.AspNetCore;

namespace AcmeDesk.Mail;

/// <summary>The links in Acme's mails.</summary>
internal static class AcmeLinks
{
    public static void MapLinks(this WebApplication app, AcmeTicketStore tickets)
    {
        #region acme-links
        app.MapHelpDeskEmailLinks(options =>
        {
            options.HelpDeskName = "Acme Support";
            options.ShowTicket = async (context, link) =>
                await TicketPage.RenderAsync(tickets, link.Ticket, isAgent: false, context.RequestAborted) is { } page ? Html.Result(page) : null;
            options.SignIn = async (context, link) =>
            {
                await AcmeAccounts.SignInAsync(context, link.Address);
                return Results.Redirect($"/tickets/{Uri.EscapeDataString(link.Ticket)}");
            };
        });
        #endregion
    }
}
