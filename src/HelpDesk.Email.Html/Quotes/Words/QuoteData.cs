namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Reads the tables that stand beside the code as text.</summary>
internal static class QuoteData
{
    /// <summary>The lines that aren't empty and no remarks.</summary>
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(QuoteData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] is not ('#' or '[')) yield return line;
        }
    }

    /// <summary>A table of lines <c>kind: phrase | phrase</c>, the languages put together.</summary>
    internal static Dictionary<string, List<string>> ByKind(string name)
    {
        var byKind = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var line in Lines(name))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (!byKind.TryGetValue(line[..colon], out var phrases)) byKind[line[..colon]] = phrases = [];
            phrases.AddRange(line[(colon + 1)..].Split('|', StringSplitOptions.TrimEntries));
        }

        return byKind;
    }
}
