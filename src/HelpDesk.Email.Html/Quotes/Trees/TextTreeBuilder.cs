using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>Builds the lines of a mail in plain text.</summary>
internal static class TextTreeBuilder
{
    // Nobody writes so many: the rest of a flood is one line, so that it takes no memory.
    private const int MostLines = 100_000;

    internal static void Build(string text, QuoteTree tree)
    {
        tree.Text = text;
        tree.IsPlainText = true;
        for (var at = 0; at < text.Length;)
        {
            var feed = text.AsSpan(at).IndexOf('\n');
            var end = feed < 0 || tree.LineCount >= MostLines ? text.Length : at + feed + 1;
            AddLine(tree, at, end);
            at = end;
        }
    }

    private static void AddLine(QuoteTree tree, int start, int end)
    {
        var text = tree.Text;
        var first = start;
        var last = end;
        while (first < last && IsInvisible(text[first])) first++;
        while (last > first && IsInvisible(text[last - 1])) last--;
        if (first == last && ContinuesBlank(tree, end)) return;
        if (last > first && text[last - 1] == ':' && Attribution(text.AsSpan(first, last - first)) is > 0 and var split)
        {
            Add(tree, start, first + split, first, first + split);
            Add(tree, first + split, end, first + split, last);
            return;
        }

        Add(tree, start, end, first, last);
    }

    private static void Add(QuoteTree tree, int start, int end, int first, int last)
    {
        var leaf = tree.NodeCount;
        var node = new QuoteNode { Traits = QuoteTraits.IsLeaf, Parent = -1, Line = tree.LineCount, Start = start, End = end, Last = leaf };
        tree.Add(node);
        var line = new QuoteLine { TextStart = first, TextLength = last - first, FirstLeaf = leaf, LastLeaf = leaf };
        tree.Add(line);
    }

    // Several blank lines are one.
    private static bool ContinuesBlank(QuoteTree tree, int end)
    {
        if (tree.LineCount == 0 || tree.Lines[^1].TextLength > 0) return false;
        tree.Nodes[^1].End = end;
        return true;
    }

    // Some programs begin the quotation in the line where the answer ends: yes--- On Mon ... wrote:
    private static int Attribution(ReadOnlySpan<char> line)
    {
        var dashes = line.LastIndexOf("--");
        while (dashes > 0 && line[dashes - 1] == '-') dashes--;
        return dashes > 0 && AttributionText.BeginsWithDate(line[dashes..]) && AttributionText.Introduces(line[dashes..]) ? dashes : 0;
    }

    private static bool IsInvisible(char c) => c <= ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || c is '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' or '\u00AD'));
}
