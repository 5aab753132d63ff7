using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Reads, from top to bottom, at which lines a mail parts.</summary>
internal sealed class SplitReader(QuoteTree tree, IReadOnlyList<string> delimiters)
{
    private const int LongestEnd = 60;

    /// <summary>The first line of the history, after <see cref="LineSplit.History"/>.</summary>
    internal int First { get; private set; }

    /// <summary>What told it.</summary>
    internal string Evidence { get; private set; } = "";

    /// <param name="line">A line with text, below those that were read before.</param>
    internal LineSplit Read(int line)
    {
        var text = tree.TextOf(line);
        var last = line;
        if (tree.IsQuoted(line))
        {
            if (LineReader.IsBetweenArrows(text) && (line == 0 || !tree.IsQuoted(line - 1))) return HistoryFrom(line, QuoteFinding.Attribution);

            // The end of an address that was broken: "Ann <ann@example.test" and "> wrote:".
            if (text.Length > LongestEnd || !LineReader.IsColon(text[^1]) || Attribution.StrongFirstLine(tree, line) < 0) return LineSplit.Quoted;
        }
        else
        {
            switch (LineReader.Read(text))
            {
                case LineMeaning.Forward:
                    return LineSplit.Forward;
                case LineMeaning.Original:
                    return HistoryFrom(line, "separator");
            }

            if (IsDelimiter(line, text)) return HistoryFrom(line, "delimiter");
            var notes = NotesHeader.FirstLine(tree, line);
            if (notes >= 0) return HistoryFrom(notes, "header block");
            if (tree.LabelsOf(line) != HeaderLabels.None && HeaderBlock.BeginsAt(tree, line, IsSetOff(line))) return HistoryFrom(line, "header block");
        }

        var first = AttributionText.MayEnd(text) ? Attribution.StrongFirstLine(tree, last) : -1;
        if (first < 0) return LineSplit.Words;
        var next = tree.NextSeen(last);
        if (next < tree.LineCount && IsSeenAsQuoted(last, next)) return LineSplit.Words;
        return HistoryFrom(first, QuoteFinding.Attribution);
    }

    private LineSplit HistoryFrom(int line, string evidence)
    {
        First = Attribution.WithRules(tree, line);
        Evidence = evidence;
        return LineSplit.History;
    }

    private bool IsDelimiter(int line, ReadOnlySpan<char> text)
    {
        for (var i = 0; i < delimiters.Count; i++)
        {
            if (text.Equals(delimiters[i].AsSpan().Trim(), StringComparison.OrdinalIgnoreCase)) return true;
        }

        if (!AnswerRequests.MayBe(text)) return false;
        return AnswerRequests.IsRequest(text, line == 0 || tree.Lines[line - 1].IsBlank || LineReader.Read(tree.TextOf(line - 1)) == LineMeaning.Divider);
    }

    private bool IsSetOff(int line)
    {
        // Empty lines may stand between.
        var above = line - 1;
        while (above >= 0 && tree.Lines[above].IsBlank && !tree.Lines[above].IsRule) above--;
        if (above >= 0 && (tree.Lines[above].IsRule || LineReader.Read(tree.TextOf(above)) is LineMeaning.Divider or LineMeaning.Original)) return true;
        var node = tree.Nodes[tree.Lines[line].FirstLeaf].Parent;
        for (var depth = 0; depth < 5 && node >= 0; depth++, node = tree.Nodes[node].Parent)
        {
            if ((tree.Nodes[node].Traits & QuoteTraits.HasTopBorder) != 0) return true;
        }

        return false;
    }

    // Whether the line below an attribution can be seen to be quoted: then that tells where the quotation ends.
    private bool IsSeenAsQuoted(int attribution, int next)
    {
        if (tree.IsQuoted(next)) return true;
        tree.Initials ??= QuotedLines.InitialsOf(tree.TextOf(next));
        if (tree.Initials is not null && tree.IsQuoted(next)) return true;
        var leaf = tree.Lines[next].FirstLeaf;
        for (var i = tree.Lines[attribution].LastLeaf + 1; i < leaf; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Last >= leaf && (node.Element == ElementId.Blockquote || node.Marker is QuoteMarker.Quote or QuoteMarker.Container)) return true;
        }

        return false;
    }
}
