using System.Buffers;

namespace HelpDesk.Email.Html.Quotes;

/// <summary>Reads what single lines say about quotations.</summary>
internal static class LineReader
{
    private const int LongestSeparator = 120;
    private const int ShortestDivider = 8;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-_=*~\u2010\u2011\u2012\u2013\u2014\u2015\u2500 ");
    private static readonly SearchValues<char> Decoration = SearchValues.Create("*_ \"");

    internal static LineMeaning Read(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > LongestSeparator) return LineMeaning.Words;
        var start = line.IndexOfAnyExcept(Dashes);
        if (start < 0) return line.Length >= ShortestDivider ? LineMeaning.Divider : LineMeaning.Words;
        var words = line[start..].TrimEnd(':').TrimEnd();
        var end = words.LastIndexOfAnyExcept(Dashes) + 1;
        var isDashed = start >= 2 || end < words.Length - 1;
        words = words[..end].TrimEnd(':').TrimEnd();
        if (QuotePhrases.IsForward(words)) return LineMeaning.Forward;
        if (isDashed && (QuotePhrases.IsOriginal(words) || IsNotesAttribution(words))) return LineMeaning.Original;
        return QuotePhrases.AsksToAnswerAbove(line) ? LineMeaning.AnswerAbove : LineMeaning.Words;
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

    /// <summary>Whether the line introduces the quotation right below it.</summary>
    internal static bool MayIntroduce(ReadOnlySpan<char> line)
    {
        if (line.Length is 0 or > 400) return false;
        var ends = line[^1] is ':' or '\uFF1A' || (line[^1] is '-' or '>' && line.Length > 20);
        if (QuotePhrases.HasVerb(line)) return ends || HasDate(line) || line.Contains('@');
        return ends && (line.Contains('@') || HasDate(line));
    }

    /// <summary>Whether the line by itself, without a quotation that could be seen, says that one follows.</summary>
    internal static bool Introduces(ReadOnlySpan<char> line)
    {
        if (line.Length is < 12 or > 400 || line[^1] is not (':' or '\uFF1A')) return false;
        return HasDate(line)
            && QuotePhrases.HasVerb(line)
            && (QuotePhrases.Opens(line) || line.Contains('@') || char.IsAsciiDigit(line[0]));
    }

    /// <summary>Whether the line begins as those do that introduce a quotation.</summary>
    internal static bool BeginsWithDate(ReadOnlySpan<char> line) =>
        line.Length <= 100 && (QuotePhrases.Opens(line) || HasDate(line[..Math.Min(line.Length, 30)]));

    // A year, or a day's time: 2026 or 14:41.
    private static bool HasDate(ReadOnlySpan<char> line)
    {
        var digits = 0;
        for (var i = 0; i < line.Length; i++)
        {
            digits = char.IsDigit(line[i]) ? digits + 1 : 0;
            if (digits == 4) return true;
            if (digits is 1 or 2 && i + 2 < line.Length && line[i + 1] is ':' or '.' or 'h' && char.IsDigit(line[i + 2])) return true;
        }

        return false;
    }

    // Notes writes -----Ann Example/ACME wrote: ----- between its dashes.
    private static bool IsNotesAttribution(ReadOnlySpan<char> words) => QuotePhrases.HasVerb(words) && (words.Contains('/') || words.Contains('@'));

    private static ReadOnlySpan<char> Undecorated(ReadOnlySpan<char> label)
    {
        var start = label.IndexOfAnyExcept(Decoration);
        if (start < 0) return [];
        return label[start..(label.LastIndexOfAnyExcept(Decoration) + 1)];
    }
}
