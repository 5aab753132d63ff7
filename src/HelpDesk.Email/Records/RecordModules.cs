using System.Collections.Frozen;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Records;

/// <summary>The modules that are registered, by name.</summary>
internal sealed class RecordModules
{
    private readonly FrozenDictionary<string, IRecordModule> _modules;

    /// <exception cref="HelpDeskConfigurationException">A module has a name that can't be written in a keyword.</exception>
    public RecordModules(IEnumerable<IRecordModule> modules)
    {
        var byName = new Dictionary<string, IRecordModule>(StringComparer.OrdinalIgnoreCase);
        foreach (var module in modules)
        {
            byName[IsName(module.Name) ? module.Name : throw Unwritable(module)] = module;
        }

        _modules = byName.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The names that can be written, besides that of tickets.</summary>
    public IReadOnlyCollection<string> Names => _modules.Keys;

    /// <summary>A module, or <see langword="null"/>.</summary>
    public IRecordModule? Find(string name) => _modules.GetValueOrDefault(name);

    /// <summary>Gives a change to its module.</summary>
    /// <exception cref="InvalidOperationException">The module was there when the change was decided, and is no longer.</exception>
    public ValueTask<RecordResult> ApplyAsync(RecordChange change, CancellationToken cancellationToken) =>
        (Find(change.Module) ?? throw new InvalidOperationException(
            $"A committed change is for the record module '{change.Module}', and there is none of that name; register it with AddRecordModule.")).ApplyAsync(change, cancellationToken);

    private static bool IsName(string name) => name.Length is > 0 and <= 40 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit);

    private static HelpDeskConfigurationException Unwritable(IRecordModule module) =>
        new($"The record module {module.GetType().Name} has the name '{module.Name}'; write a letter followed by letters and digits, at most 40.");
}
