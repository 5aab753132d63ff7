using System.Collections.Frozen;
using HelpDesk.Email.Html.Quotes.Words;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>The table of how mail programs mark history, by attribute and word.</summary>
internal static class QuoteMarkers
{
    private static readonly string[] Attributes = ["class", "id", "name", "data-marker"];

    private static readonly FrozenDictionary<string, (QuoteMarker Marker, string Program)> Table = Load();

    private static readonly FrozenDictionary<string, (QuoteMarker Marker, string Program)>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Table.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a start tag says, and the program that says so.</summary>
    internal static QuoteMarker Read(scoped ref HtmlTokenizer tokens, out string? evidence)
    {
        evidence = null;
        var found = QuoteMarker.None;
        foreach (ref readonly var attribute in tokens.Attributes)
        {
            if (attribute.ValueLength == 0 || !IsTelling(tokens.NameOf(attribute))) continue;
            var value = tokens.ValueOf(attribute);
            foreach (var range in value.SplitAny(" \t\n\r"))
            {
                if (!Lookup.TryGetValue(WithoutPrefix(value[range]), out var entry)) continue;

                // Of several, what says more counts: a container that is a quotation of another program is one.
                if (found is not (QuoteMarker.None or QuoteMarker.Container)) continue;
                (found, evidence) = entry;
            }
        }

        return found;
    }

    private static bool IsTelling(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > 11) return false;
        foreach (var known in Attributes)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    // Outlook on the web puts x_ before the names in what it quotes, Yahoo a random word.
    private static ReadOnlySpan<char> WithoutPrefix(ReadOnlySpan<char> word)
    {
        while (word.StartsWith("x_")) word = word[2..];
        if (!word.StartsWith("yd")) return word;
        return word.EndsWith("yahoo_quoted") ? "yahoo_quoted" : word.EndsWith("signature") ? "yahoo_signature" : word;
    }

    private static FrozenDictionary<string, (QuoteMarker Marker, string Program)> Load()
    {
        var table = new Dictionary<string, (QuoteMarker, string)>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in QuoteData.Lines("quote-markers.txt"))
        {
            var fields = line.Split(' ');
            table[fields[2]] = (Enum.Parse<QuoteMarker>(fields[0], ignoreCase: true), fields[3] + " " + fields[2]);
        }

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
