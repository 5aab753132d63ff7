using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;

namespace AcmeDesk.Mail;

/// <summary><c>#escalate#</c> in the subject of a technician's mail: the ticket gets the highest priority that Acme has.</summary>
internal sealed class EscalateCommand : ICommandHandler
{
    public IReadOnlyList<string> Names { get; } = ["escalate"];

    public ContactRole LeastRole => ContactRole.Technician;

    public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Draft.Priority = "High";
        return ValueTask.FromResult(CommandVerdict.Done("the ticket is escalated"));
    }
}
