using System.Globalization;

namespace HelpDesk.Email.CrashCampaign.CommandLine;

/// <summary>What stands behind the verb: <c>--name value</c>, or <c>--name</c> alone. Immutable.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    private Arguments()
    {
    }

    public static Arguments Read(IReadOnlyList<string> words)
    {
        var arguments = new Arguments();
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].StartsWith("--", StringComparison.Ordinal))
            {
                var hasValue = i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
                arguments._values[words[i][2..]] = hasValue ? words[i + 1] : "true";
            }
        }

        return arguments;
    }

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public string Text(string name, string otherwise) => _values.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) => _values.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public string Required(string name) => Text(name) ?? throw new ArgumentException($"--{name} is missing.", nameof(name));
}
