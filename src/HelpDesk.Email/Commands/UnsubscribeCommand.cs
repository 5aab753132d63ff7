using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Commands;

/// <summary><c>#unsubscribe#</c> or <c>#unsub#</c>: the sender gets no more updates of the ticket.</summary>
internal sealed class UnsubscribeCommand : ICommandHandler
{
    public IReadOnlyList<string> Names { get; } = ["unsubscribe", "unsub"];

    public ContactRole LeastRole => ContactRole.Requester;

    public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken) => ValueTask.FromResult(Unsubscribe(context));

    private static CommandVerdict Unsubscribe(CommandContext context)
    {
        if (context.Ticket is not { } ticket)
        {
            return CommandVerdict.Refused("the mail belongs to no ticket");
        }

        foreach (var address in context.Sender.Addresses)
        {
            context.Draft.RemoveSubscribers.Add(address);
        }

        // Whoever wants to hear no more of a closed ticket does not mean to open it.
        if (ticket.Status == TicketStatus.Closed)
        {
            context.Draft.Status ??= TicketStatus.Closed;
        }

        return CommandVerdict.Done("the sender gets no more updates");
    }
}
