using System.Text;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.AspNetCore.Mvc;

namespace QuickStart.Pages;

/// <summary>The addresses of the page.</summary>
internal static class PageRoutes
{
    private const string HelpDesk = "support@helpdesk.test";

    public static void MapPages(this WebApplication app)
    {
        app.Use(ForbidForeignContentAsync);
        app.MapGet("/", async (ITicketQueries tickets, IMailStore store, CancellationToken token) => Html(await HomePage.RenderAsync(tickets, store, token)));
        app.MapGet("/tickets/{number}", async (string number, long? answer, ITicketStore store, ITicketQueries tickets, IMailStore mail, CancellationToken token) =>
            await TicketPage.RenderAsync(number, answer, store, tickets, mail, token) is { } page ? Html(page) : Results.NotFound());
        app.MapGet("/mails/{id:long}", async (long id, IMailStore store, CancellationToken token) =>
            await MailPage.RenderAsync(id, store, token) is { } page ? Html(page) : Results.NotFound());
        app.MapGet("/outbox/{id:long}", async (long id, IMailStore store, CancellationToken token) =>
            await store.Outbox.OpenContentAsync(id, token) is { } content ? Results.Stream(content.OpenRead(), "text/plain; charset=utf-8") : Results.NotFound());

        // Without a session there is nothing to steal, but a foreign page shall not write mail here either.
        var posts = app.MapGroup("").AddEndpointFilter<SameOriginFilter>();
        posts.MapPost("/mails", WriteAsync).DisableAntiforgery();
        posts.MapPost("/tickets/{number}/replies", ReplyAsync).DisableAntiforgery();
    }

    // The pages show what strangers wrote: should a mistake ever let markup through, the browser loads and runs nothing of it.
    private static Task ForbidForeignContentAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    }

    private static IResult Html(string page) => Results.Content(page, "text/html", Encoding.UTF8);

    private static async Task<IResult> WriteAsync(
        [FromForm] Guid id, [FromForm] string from, [FromForm] string subject, [FromForm] string text, IMailIntake intake, TimeProvider time, CancellationToken token)
    {
        if (!EmailAddress.TryCreate(from?.Trim(), null, out var sender))
        {
            return Results.BadRequest($"'{from}' is no e-mail address; write one like ann@example.test.");
        }

        var octets = MailComposer.Compose(
            new MailDraft
            {
                From = [new MailAddressBox(sender.Address, null)],
                To = [new MailAddressBox(HelpDesk, null)],
                Subject = subject,
                Date = time.GetUtcNow(),
                TextBody = text,
            },
            new MailComposerOptions());
        var rows = await intake.AcceptAsync(
            new IntakeRequest(["support"], MailContent.FromOctets(octets))
            {
                ReversePath = sender.Address,
                EnvelopeRecipients = [HelpDesk],

                // A form that is sent twice is one mail.
                Receipt = new MailReceipt($"form:{id:N}"),
            },
            token);
        return Results.Redirect($"/mails/{rows[0]}");
    }

    private static async Task<IResult> ReplyAsync(string number, [FromForm] Guid id, [FromForm] string text, ITicketMailer mailer, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Results.BadRequest("The answer is empty; go back and write one.");
        }

        var agent = EmailAddress.Create("tina@helpdesk.test", "Tina (agent)");
        var row = await mailer.ReplyAsync(new AgentReply(id, number, agent, text) { Mailbox = "support", Status = TicketStatus.Pending }, token);
        return Results.Redirect($"/tickets/{Uri.EscapeDataString(number)}?answer={row}");
    }
}
