using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace QuickStart.Commands;

#region command-assign
/// <summary><c>#assign bob#</c>: a colleague of that name works on the ticket.</summary>
internal sealed class AssignCommand(IContactDirectory contacts) : ICommandHandler
{
    public IReadOnlyList<string> Names { get; } = ["assign"];

    public ContactRole LeastRole => ContactRole.Technician;

    public async ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        // The argument is anybody's words: only an address of a technician counts.
        var text = context.Argument.Contains('@') ? context.Argument : $"{context.Argument}@helpdesk.test";
        if (!EmailAddress.TryCreate(text, null, out var address)
            || await contacts.FindAsync(address, cancellationToken) is not { IsActive: true, Role: not ContactRole.Requester } colleague)
        {
            return CommandVerdict.Refused("there is no such technician");
        }

        context.Draft.Assignee = colleague.Address;
        return CommandVerdict.Done("the ticket is assigned");
    }
}
#endregion
