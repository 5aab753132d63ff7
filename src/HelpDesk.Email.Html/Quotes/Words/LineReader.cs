using System.Buffers;

namespace HelpDesk.Email.Html.Quotes.Words;

/// <summary>Reads what single lines say about quotations.</summary>
internal static class LineReader
{
    private const int LongestSeparator = 120;
    private const int ShortestDivider = 8;
    private const int ShortestRule = 3;
    private const int MostNameWords = 5;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-_=*~\u2010\u2011\u2012\u2013\u2014\u2015\u2500 ");
    private static readonly SearchValues<char> Decoration = SearchValues.Create("*_ \"");

    internal static LineMeaning Read(ReadOnlySpan<char> line)
    {
        // Most lines begin with a letter and end without a sign: no separator does.
        if (line.Length is 0 or > LongestSeparator || (!Dashes.Contains(line[0]) && !IsColon(line[^1]) && !Dashes.Contains(line[^1]))) return LineMeaning.Words;
        var start = line.IndexOfAnyExcept(Dashes);
        if (start < 0) return line.Length >= ShortestDivider ? LineMeaning.Divider : LineMeaning.Words;
        var words = line[start..];

        // Some put the first field of the header into the same line.
        var dashes = words.IndexOf("--");
        if (start >= 2 && dashes > 0) words = words[..dashes];
        words = words.TrimEnd(':').TrimEnd();
        var end = words.LastIndexOfAnyExcept(Dashes) + 1;
        var isDashed = start >= 2 || dashes > 0 || end < words.Length - 1;
        words = words[..end].TrimEnd(':').TrimEnd();
        if (QuotePhrases.IsForward(words) || (isDashed && QuotePhrases.BeginsForward(words))) return LineMeaning.Forward;
        return isDashed && (QuotePhrases.IsOriginal(words) || IsDashedAttribution(words, start)) ? LineMeaning.Original : LineMeaning.Words;
    }

    /// <summary>Whether the line is a rule of signs, or words between such: above a header or an attribution it belongs to it.</summary>
    internal static bool IsSetApart(ReadOnlySpan<char> line)
    {
        if (line.Length is < ShortestRule or > LongestSeparator || !Dashes.Contains(line[0]) || !Dashes.Contains(line[^1])) return false;
        var start = line.IndexOfAnyExcept(Dashes);
        return start < 0 || (start >= ShortestRule && line.Length - line.LastIndexOfAnyExcept(Dashes) > ShortestRule);
    }

    /// <summary>The label with which the line begins, and where its value begins.</summary>
    internal static HeaderLabels LabelOf(ReadOnlySpan<char> line, out int value)
    {
        value = 0;
        var search = line[..Math.Min(line.Length, QuotePhrases.LongestLabel)];
        var colon = search.IndexOfAny(':', '\uFF1A');
        if (colon <= 0) return HeaderLabels.None;
        value = colon + 1;
        return QuotePhrases.LabelOf(Undecorated(line[..colon]));
    }

    /// <summary>All labels in a line that begins with one.</summary>
    internal static HeaderLabels LabelsOf(ReadOnlySpan<char> line)
    {
        var labels = LabelOf(line, out var value);
        if (labels == HeaderLabels.None) return labels;
        while (true)
        {
            line = line[value..];
            var inner = QuotePhrases.FindInnerLabel(line);
            if (inner < 0) return labels;
            line = line[(inner + 1)..];
            labels |= LabelOf(line, out value);
        }
    }

    /// <summary>Whether the line is as GroupWise introduces a mail: <c>&gt;&gt;&gt; Ann Example 1/5/2026 2:10 PM &gt;&gt;&gt;</c>.</summary>
    internal static bool IsBetweenArrows(ReadOnlySpan<char> line) =>
        line.Length is > 12 and < 200 && line.StartsWith(">>>") && line.EndsWith(">>>") && DateText.IsIn(line);

    internal static bool IsColon(char c) => c is ':' or '\uFF1A';

    // Notes writes -----Ann Example/ACME wrote: ----- between its dashes, and telephones ---- Ann wrote ----. With a
    // date it is like any attribution.
    private static bool IsDashedAttribution(ReadOnlySpan<char> words, int dashes) =>
        dashes >= 2 && !DateText.IsIn(words) && QuotePhrases.HasVerb(words) && (words.Contains('/') || words.Contains('@') || words.Count(' ') <= MostNameWords);

    private static ReadOnlySpan<char> Undecorated(ReadOnlySpan<char> label)
    {
        var start = label.IndexOfAnyExcept(Decoration);
        if (start < 0) return [];
        return label[start..(label.LastIndexOfAnyExcept(Decoration) + 1)];
    }
}
