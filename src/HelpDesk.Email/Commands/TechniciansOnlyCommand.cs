using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;

namespace HelpDesk.Email.Commands;

/// <summary><c>#tech#</c>: the entry is for technicians only.</summary>
internal sealed class TechniciansOnlyCommand : ICommandHandler
{
    public IReadOnlyList<string> Names { get; } = ["tech"];

    public ContactRole LeastRole => ContactRole.Technician;

    public bool HidesEntryWhenRefused => true;

    public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        context.Draft.IsInternal = true;
        return ValueTask.FromResult(CommandVerdict.Done("the entry is for technicians only"));
    }
}
