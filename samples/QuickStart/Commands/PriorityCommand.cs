using HelpDesk.Email.Contacts;
using HelpDesk.Email.Inbound;

namespace QuickStart.Commands;

#region command-priority
/// <summary><c>#priority high#</c> or <c>#prio high#</c>.</summary>
internal sealed class PriorityCommand : ICommandHandler
{
    private static readonly string[] Priorities = ["low", "normal", "high"];

    public IReadOnlyList<string> Names { get; } = ["priority", "prio"];

    public ContactRole LeastRole => ContactRole.Technician;

    public ValueTask<CommandVerdict> HandleAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var priority = context.Argument.ToLowerInvariant();
        if (!Priorities.Contains(priority))
        {
            return ValueTask.FromResult(CommandVerdict.Refused($"write one of {string.Join(", ", Priorities)}"));
        }

        context.Draft.Priority = priority;
        return ValueTask.FromResult(CommandVerdict.Done($"the priority is {priority}"));
    }
}
#endregion
