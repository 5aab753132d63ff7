using System.Collections.Frozen;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Commands;

/// <summary>The commands that are registered, by all their names.</summary>
internal sealed class CommandTable
{
    private readonly FrozenDictionary<string, ICommandHandler> _handlers;

    public CommandTable(IEnumerable<ICommandHandler> handlers)
    {
        var byName = new Dictionary<string, ICommandHandler>(StringComparer.OrdinalIgnoreCase);
        foreach (var handler in handlers)
        {
            foreach (var name in handler.Names)
            {
                byName[IsName(name) ? name : throw Unwritable(handler, name)] = handler;
            }

            if (handler.Names.Count == 0)
            {
                throw Unwritable(handler, string.Empty);
            }
        }

        _handlers = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All names that can be written.</summary>
    public IReadOnlyCollection<string> Names => _handlers.Keys;

    /// <summary>Whether it is a command of somebody's.</summary>
    public bool Knows(SubjectCommand command) => _handlers.ContainsKey(command.Name);

    /// <summary>Who obeys a command that is known.</summary>
    public ICommandHandler HandlerOf(SubjectCommand command) => _handlers[command.Name];

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 40 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static HelpDeskConfigurationException Unwritable(ICommandHandler handler, string name) =>
        new($"The command handler {handler.GetType().Name} has the name '{name}'; write a letter followed by letters, digits and '-', at most 40.");
}
