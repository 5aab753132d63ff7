namespace HelpDesk.Email.Html.Quotes;

/// <summary>Finds the line or lines that say who wrote what is quoted below: "On ... Ann wrote:".</summary>
internal static class Attribution
{
    private const int MostLines = 3;
    private const int MostMarkedLines = 12;

    /// <summary>The first line of the attribution right above a node, or -1.</summary>
    internal static int LineAbove(QuoteTree tree, int node)
    {
        var last = tree.PreviousSeen(LineAtOrAfter(tree, node));
        return last < 0 ? -1 : FirstLine(tree, last);
    }

    /// <summary>The first line of the attribution that ends in that line, or -1.</summary>
    internal static int FirstLine(QuoteTree tree, int last)
    {
        if (tree.Lines[last].IsMarkedAttribution)
        {
            var top = Math.Max(last - MostMarkedLines, 0);
            while (last > top && tree.Lines[last - 1].IsMarkedAttribution) last--;
            return last;
        }

        if (LineReader.Read(tree.TextOf(last)) == LineMeaning.Original) return last;
        if (LineReader.Introduces(tree.TextOf(last))) return last;

        // It may begin with its date, one or two lines above.
        var first = last;
        for (var count = 2; count <= MostLines && first > 0 && !tree.Lines[first - 1].IsBlank; count++)
        {
            first--;
            if (LineReader.BeginsWithDate(tree.TextOf(first)) && LineReader.Introduces(tree.TextOf(first, last))) return first;
        }

        return LineReader.MayIntroduce(tree.TextOf(last)) ? last : -1;
    }

    /// <summary>Whether a line begins an attribution that speaks for itself.</summary>
    /// <param name="tree">The mail.</param>
    /// <param name="line">The line.</param>
    /// <param name="last">The attribution's last line.</param>
    internal static bool BeginsAt(QuoteTree tree, int line, out int last)
    {
        last = line;
        var opens = QuotePhrases.Opens(tree.TextOf(line));
        for (var count = 1; count <= MostLines && last < tree.LineCount && !tree.Lines[last].IsBlank; count++, last++)
        {
            var text = tree.TextOf(last);
            if (text.Length > 0 && text[^1] is ':' or '\uFF1A') return LineReader.Introduces(tree.TextOf(line, last));
            if (!opens) return false;
        }

        return false;
    }

    /// <summary>Whether the first words of a quotation say whose it is, as Apple Mail has it.</summary>
    internal static bool BeginsWithin(QuoteTree tree, in QuoteFinding quote)
    {
        for (var line = LineAtOrAfter(tree, quote.First); line < tree.LineCount && tree.Lines[line].FirstLeaf <= quote.Last; line++)
        {
            if (!tree.Lines[line].IsBlank) return BeginsAt(tree, line, out _);
        }

        return false;
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
