namespace HelpDesk.Email.Composition;

/// <summary>Puts values into a model: they win, and of a dictionary that stands in both, member by member.</summary>
internal static class ModelMerge
{
    public static void Into(Dictionary<string, object?> model, IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            model[name] = value is IReadOnlyDictionary<string, object?> { } given && model.GetValueOrDefault(name) is IReadOnlyDictionary<string, object?> known
                ? known.Where(member => !given.ContainsKey(member.Key)).Concat(given).ToDictionary(StringComparer.Ordinal)
                : value;
        }
    }
}
