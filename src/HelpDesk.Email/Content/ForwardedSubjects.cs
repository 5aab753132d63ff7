using System.Collections.Frozen;

namespace HelpDesk.Email.Content;

/// <summary>Tells from the subject whether a mail is forwarded, and so content as a whole.</summary>
internal static class ForwardedSubjects
{
    private const string Table = "forward-prefixes.txt";
    private const int LongestPrefix = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Prefixes = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the first prefix of the subject forwards; a tag in brackets may stand before it. An answer to a forwarded mail is an answer.</summary>
    public static bool IsForwarded(string subject)
    {
        var text = subject.AsSpan().TrimStart();
        while (text is ['[', ..] && text.IndexOf(']') is > 0 and var close)
        {
            text = text[(close + 1)..].TrimStart();
        }

        var colon = text[..Math.Min(text.Length, LongestPrefix)].IndexOfAny(':', '\uFF1A');
        return colon > 0 && IsPrefix(text[..colon].TrimEnd());
    }

    /// <summary>Whether a word before a colon forwards.</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => Prefixes.Contains(word);

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(ForwardedSubjects).Assembly.GetManifestResourceStream(Table)
            ?? throw new InvalidOperationException($"The table {Table} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var prefixes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] == '[')
            {
                prefixes.UnionWith(line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split('|', StringSplitOptions.TrimEntries));
            }
        }

        return prefixes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }
}
