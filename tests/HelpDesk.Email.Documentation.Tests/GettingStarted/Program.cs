using HelpDesk.Email;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using HelpDesk.Email.Tickets.Events;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail
    .UseSqlite("Data Source=helpdesk.db")
    .UseHandlebarsTemplates()
    .UseSmtpListener()
    .AddPickupTransport()
    .On<TicketCreated, TellTheTeam>());

var app = builder.Build();

app.MapGet("/tickets", (ITicketQueries tickets, CancellationToken token) =>
    tickets.ListAsync(100, token).Select(ticket => new { ticket.Number, ticket.Subject, Status = $"{ticket.Status}" }));

app.MapGet("/tickets/{number}", (string number, ITicketQueries tickets, CancellationToken token) =>
    tickets.EntriesAsync(number, token).Select(entry => new { From = entry.Author.Address, entry.Text }));

app.MapPost("/tickets/{number}/answers", async (string number, Answer answer, ITicketMailer mailer, CancellationToken token) =>
{
    var agent = EmailAddress.Create("tina@helpdesk.test", "Tina");
    await mailer.ReplyAsync(new AgentReply(answer.Id, number, agent, answer.Text), token);
    return Results.Accepted();
});

app.Run();

internal sealed record Answer(Guid Id, string Text);
