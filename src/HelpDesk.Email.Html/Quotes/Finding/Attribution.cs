using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Finds the line or lines that say who wrote what is quoted below: "On ... Ann wrote:".</summary>
internal static class Attribution
{
    private const int MostLines = 5;
    private const int MostMarkedLines = 12;
    private const int LongestName = 80;

    /// <summary>The first line of the attribution right above a node that is quoted, or -1.</summary>
    internal static int LineAbove(QuoteTree tree, int node)
    {
        var last = tree.PreviousSeen(LineAtOrAfter(tree, node));
        return last < 0 ? -1 : FirstLine(tree, last);
    }

    /// <summary>The first line of the attribution that ends in that line, right above a quotation, or -1.</summary>
    internal static int FirstLine(QuoteTree tree, int last)
    {
        if (tree.Lines[last].IsMarkedAttribution)
        {
            var top = Math.Max(last - MostMarkedLines, 0);
            while (last > top && tree.Lines[last - 1].IsMarkedAttribution) last--;
            return last;
        }

        if (LineReader.Read(tree.TextOf(last)) == LineMeaning.Original) return last;
        var first = StrongFirstLine(tree, last);
        if (first >= 0) return first;
        return !tree.IsQuoted(last) && AttributionText.MayIntroduce(tree.TextOf(last)) ? last : -1;
    }

    /// <summary>The first line of the attribution that ends in that line and speaks for itself, or -1.</summary>
    internal static int StrongFirstLine(QuoteTree tree, int last)
    {
        if (tree.Lines[last].IsBlank || !AttributionText.MayEnd(tree.TextOf(last))) return -1;
        var found = -1;
        var isEnd = false;
        var first = last;
        for (var count = 1; count <= MostLines; count++)
        {
            var line = tree.TextOf(first);
            var begins = AttributionText.BeginsWithDate(line);
            if ((found < 0 || begins || (isEnd && MayBelong(line, tree.TextOf(found)))) && AttributionText.Introduces(tree.TextOf(first, last)))
            {
                found = first;
                if (begins && AttributionText.IsWhole(tree.TextOf(first, last))) return first;

                // Above a whole one only its date can stand; above the end of one the name, too.
                isEnd = AttributionText.IsEnd(tree.TextOf(first, last));
            }

            first = LineBefore(tree, first);
            if (first < 0) break;
        }

        return found;
    }

    /// <summary>The line, or the first of the rules above it: with empty lines between them they belong to it.</summary>
    internal static int WithRules(QuoteTree tree, int line)
    {
        var first = line;
        for (var above = line - 1; above >= 0; above--)
        {
            var text = tree.TextOf(above);
            if (text.Length == 0 ? tree.Lines[above].HasImage : !LineReader.IsSetApart(text)) break;
            if (text.Length > 0 || tree.Lines[above].IsRule) first = above;
        }

        return first;
    }

    /// <summary>Whether the first words of a quotation say whose it is, as Apple Mail has it.</summary>
    internal static bool BeginsWithin(QuoteTree tree, in QuoteFinding quote)
    {
        for (var line = LineAtOrAfter(tree, quote.First); line < tree.LineCount && tree.Lines[line].FirstLeaf <= quote.Last; line++)
        {
            var text = QuotedLines.Content(tree.TextOf(line));
            if (text.Length == 0 && !tree.Lines[line].HasImage) continue;
            return AttributionText.Introduces(text) || (line + 1 < tree.LineCount && AttributionText.BeginsWithDate(text) && AttributionText.Introduces(tree.TextOf(line, line + 1)));
        }

        return false;
    }

    // Above the end of an attribution: a name, and above a bare date an address.
    private static bool MayBelong(ReadOnlySpan<char> line, ReadOnlySpan<char> below) =>
        line.Length is > 0 and < LongestName && line[^1] is not ('.' or '!' or '?' or ':' or ';') && (!char.IsDigit(below[0]) || line.Contains('@'));

    // One program writes an empty line before the address, on its own lines.
    private static int LineBefore(QuoteTree tree, int line)
    {
        var isAddress = tree.TextOf(line) is ['<', ..];
        if (--line >= 0 && tree.Lines[line].IsBlank && isAddress) line--;
        return line < 0 || tree.Lines[line].IsBlank || tree.Lines[line].IsRule || tree.IsQuoted(line) ? -1 : line;
    }

    /// <summary>The line that a node is in, or the first one after it.</summary>
    private static int LineAtOrAfter(QuoteTree tree, int node)
    {
        var low = 0;
        var high = tree.LineCount;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (tree.Lines[middle].LastLeaf < node) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
