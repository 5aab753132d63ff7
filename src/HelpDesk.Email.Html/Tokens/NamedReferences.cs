using System.Collections.Frozen;
using System.Globalization;

namespace HelpDesk.Email.Html.Tokens;

/// <summary>The named character references, read from the table beside this file when the first rare one is met.</summary>
internal static class NamedReferences
{
    /// <summary>The length of the longest name, without its semicolon.</summary>
    internal const int LongestName = 31;

    private const int LongestLegacyName = 6;

    private static readonly Lazy<FrozenDictionary<string, string>> All = new(() => Load(onlyLegacy: false));
    private static readonly Lazy<FrozenDictionary<string, string>> Legacy = new(() => Load(onlyLegacy: true));

    /// <summary>The text for a name that a semicolon follows.</summary>
    internal static string? Find(ReadOnlySpan<char> name) => name switch
    {
        "nbsp" => "\u00A0",
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => All.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var text) ? text : null,
    };

    /// <summary>The text for the longest beginning of <paramref name="run"/> that is known without a semicolon.</summary>
    internal static string? FindLegacy(ReadOnlySpan<char> run, out int length)
    {
        var lookup = Legacy.Value.GetAlternateLookup<ReadOnlySpan<char>>();
        for (length = Math.Min(run.Length, LongestLegacyName); length > 1; length--)
        {
            if (lookup.TryGetValue(run[..length], out var text)) return text;
        }

        return null;
    }

    private static FrozenDictionary<string, string> Load(bool onlyLegacy)
    {
        using var stream = typeof(NamedReferences).Assembly.GetManifestResourceStream("named-references.txt")
            ?? throw new InvalidOperationException("The table named-references.txt is not in the assembly.");
        using var reader = new StreamReader(stream);
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var fields = line.Split(' ');
            var isLegacy = fields[0].EndsWith('!');
            if (onlyLegacy && !isLegacy) continue;
            var text = fields.Skip(1).Select(hex => char.ConvertFromUtf32(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            table[isLegacy ? fields[0][..^1] : fields[0]] = string.Concat(text);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
