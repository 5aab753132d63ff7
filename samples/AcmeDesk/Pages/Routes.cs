using AcmeDesk.Accounts;
using AcmeDesk.Data;
using AcmeDesk.Tickets;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;

namespace AcmeDesk.Pages;

/// <summary>The addresses of Acme's pages. The cookie of the log-in is sent from Acme's own pages alone, so no other site can use these forms.</summary>
internal static class Routes
{
    public static void MapPages(this WebApplication app)
    {
        app.MapGet("/", HomeAsync);
        app.MapPost("/login", LoginAsync).DisableAntiforgery();
        app.MapPost("/logout", (HttpContext context) => context.SignOutAsync()).DisableAntiforgery();
        app.MapGet("/tickets/{number}", TicketAsync);
        app.MapPost("/tickets/{number}/replies", ReplyAsync).DisableAntiforgery();
    }

    private static async Task<IResult> HomeAsync(HttpContext context, AcmeTicketStore tickets, AcmeDatabase database, CancellationToken token) => Html.Result(
        context.Address() is not { } person ? HomePage.Login()
        : context.IsAgent() ? await HomePage.ForAgentAsync(tickets, database, token)
        : await HomePage.ForCustomerAsync(tickets, person, token));

    private static async Task<IResult> LoginAsync(HttpContext context, [FromForm] string address)
    {
        if (AcmeAccounts.Agents.FirstOrDefault(agent => agent.Address == address) is not { } agent)
        {
            return Results.BadRequest("There is no such agent.");
        }

        await AcmeAccounts.SignInAsync(context, agent);
        return Results.Redirect("/");
    }

    private static async Task<IResult> TicketAsync(HttpContext context, string number, AcmeTicketStore tickets, CancellationToken token)
    {
        if (context.Address() is not { } person)
        {
            return Results.Redirect("/");
        }

        var mayRead = context.IsAgent() || await tickets.FindAsync(TicketLookup.Of(number), token) is [var ticket, ..] && ticket.Requester.Equals(person);
        return mayRead && await TicketPage.RenderAsync(tickets, number, context.IsAgent(), token) is { } page ? Html.Result(page) : Html.NotFound();
    }

    #region acme-reply
    private static async Task<IResult> ReplyAsync(
        HttpContext context, string number, [FromForm] Guid id, [FromForm] string text, [FromForm] bool? isInternal, [FromForm] bool? close, ITicketMailer mailer, CancellationToken token)
    {
        if (!context.IsAgent() || string.IsNullOrWhiteSpace(text))
        {
            return Results.BadRequest("Only agents answer, and with words.");
        }

        // The id comes from the form: a form that is sent twice is one answer.
        await mailer.ReplyAsync(
            new AgentReply(id, number, context.Address()!, text)
            {
                IsInternal = isInternal ?? false,
                Status = close == true ? TicketStatus.Closed : isInternal == true ? null : TicketStatus.Pending,
            },
            token);
        return Results.Redirect($"/tickets/{Uri.EscapeDataString(number)}");
    }
    #endregion
}
