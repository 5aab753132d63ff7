using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Links;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Commands;

/// <summary><c>#tickets#</c>: the sender gets the list of their tickets; <c>#tickets open#</c>: of those that are not closed.</summary>
/// <param name="services">Where the tickets are. They are asked for with the first mail, and not before: a store may want the settings.</param>
internal sealed class TicketListCommand(IServiceProvider services) : ICommandHandler
{
    private const int MaxTickets = 50;

    public IReadOnlyList<string> Names { get; } = ["tickets"];

    public ContactRole LeastRole => ContactRole.Requester;

    public async ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (services.GetService<ITicketQueries>() is not { } queries)
        {
            return CommandVerdict.Refused("the ticket store can't list tickets");
        }

        if (context.Ticket is not null)
        {
            return CommandVerdict.Refused("the list is asked for in a mail of its own, and this one belongs to a ticket");
        }

        if (context.Argument.Length > 0 && !IsOpen(context.Argument))
        {
            return CommandVerdict.Refused("write #tickets# for all, or #tickets open#");
        }

        var found = new List<TicketSnapshot>();
        foreach (var address in context.Sender.Addresses)
        {
            found.AddRange(await queries.OfRequesterAsync(address, DateTimeOffset.UnixEpoch, MaxTickets, cancellationToken).ConfigureAwait(false));
        }

        var links = services.GetRequiredService<ITicketLinks>();
        var tickets = found
            .Where(ticket => !IsOpen(context.Argument) || ticket.Status != TicketStatus.Closed)
            .DistinctBy(ticket => ticket.Number, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(ticket => ticket.Created)
            .Take(MaxTickets)
            .Select(object? (ticket) => Value(ticket, links))
            .ToList();
        return CommandVerdict.Answered(
            $"the list of {tickets.Count} tickets",
            new MailAnswer(TemplateNames.TicketList, new Dictionary<string, object?>(StringComparer.Ordinal) { ["tickets"] = tickets }));
    }

    private static bool IsOpen(string argument) => argument.Equals("open", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, object?> Value(TicketSnapshot ticket, ITicketLinks links) => new(StringComparer.Ordinal)
    {
        ["number"] = ticket.Number,
        ["subject"] = ticket.Subject,
        ["status"] = ticket.Status.ToString(),
        ["created"] = ticket.Created,
        ["url"] = links.TicketUrl(ticket.Number),
    };
}
