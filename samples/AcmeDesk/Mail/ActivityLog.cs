using AcmeDesk.Data;
using HelpDesk.Email.Tickets.Events;

namespace AcmeDesk.Mail;

/// <summary>Writes what happened to tickets into Acme's list of activities.</summary>
internal sealed class ActivityLog(AcmeDatabase database) : ITicketEventHandler<TicketCreated>, ITicketEventHandler<TicketUpdated>
{
    public Task HandleAsync(TicketCreated ticketEvent, CancellationToken cancellationToken) => WriteAsync(ticketEvent, "was opened");

    public Task HandleAsync(TicketUpdated ticketEvent, CancellationToken cancellationToken) => WriteAsync(ticketEvent, ticketEvent.Reopened ? "was opened again" : "has news");

    /// <summary>The youngest activities.</summary>
    public static List<string> Read(AcmeDatabase database, int limit)
    {
        using var connection = database.Open();
        return connection.Rows("SELECT text FROM activity ORDER BY rowid DESC LIMIT $limit", row => row.GetString(0), ("$limit", limit));
    }

    // An event may be told again: its id makes it one line all the same.
    private Task WriteAsync(TicketEvent ticketEvent, string what)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT OR IGNORE INTO activity (event, at, text) VALUES ($event, $at, $text)",
            ("$event", ticketEvent.Id.ToString("N")), ("$at", ticketEvent.At.ToString("O")), ("$text", $"{ticketEvent.Ticket.Number} {what}: {ticketEvent.Ticket.Subject}"));
        return Task.CompletedTask;
    }
}
