using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes;

/// <summary>
/// Finds the outermost quotations, from top to bottom, up to where all the rest is history or is forwarded.
/// </summary>
internal sealed class QuoteFinder(QuoteTree tree, IReadOnlyList<string> delimiters)
{
    private const int ContainerReach = 40;

    private const int Unknown = -2;

    private readonly List<QuoteFinding> _found = [];
    private int _lastContent = Unknown;
    private int _containerEnd = -1;
    private string _container = "";

    /// <summary>Where all the rest is history, or -1.</summary>
    internal int Split { get; private set; } = -1;

    /// <summary>What told that it is.</summary>
    internal string SplitEvidence { get; private set; } = "";

    /// <summary>The quotations above the split.</summary>
    internal IReadOnlyList<QuoteFinding> Found => _found;

    internal void Find()
    {
        var at = 0;
        while (at < tree.NodeCount)
        {
            var next = Look(at);
            if (next < 0) return;
            at = next;
        }
    }

    /// <returns>The node to look at next, or -1 where the search is over.</returns>
    private int Look(int at)
    {
        ref readonly var node = ref tree.Nodes[at];
        if (node.Line >= 0 && tree.Lines[node.Line].FirstLeaf == at && LookAtLine(node.Line)) return -1;
        switch (node.Marker)
        {
            case QuoteMarker.Forward:
                return -1;
            case QuoteMarker.Split when at <= LastContent():
                Split = at;
                SplitEvidence = node.Evidence!;
                return -1;
            case QuoteMarker.Quote:
                return BeginsWithForward(at) ? -1 : Add(at, node.Evidence!);
            case QuoteMarker.Container when node.Element != ElementId.Blockquote:
                if (BeginsWithForward(at)) return -1;
                if (!HoldsBlockquote(at)) return Add(at, node.Evidence!);

                // Beside the block quotes in it there may be new text, and what introduces them is found by them.
                _containerEnd = Math.Max(_containerEnd, node.Last);
                _container = node.Evidence!;
                return at + 1;
        }

        if (node.Element != ElementId.Blockquote) return at + 1;
        if (at <= _containerEnd) return Add(at, _container);
        if (!IsQuotation(at, in node)) return at + 1;
        return Add(at, node.Evidence ?? "blockquote", node.Marker == QuoteMarker.None && (node.Traits & QuoteTraits.IsCitation) == 0);
    }

    private int Add(int at, string evidence, bool isPlain = false)
    {
        _found.Add(new QuoteFinding(at, tree.Nodes[at].Last, evidence, isPlain));
        return tree.Nodes[at].Last + 1;
    }

    private bool HoldsBlockquote(int container)
    {
        var end = Math.Min(tree.Nodes[container].Last, container + ContainerReach);
        for (var i = container + 1; i <= end; i++)
        {
            if (tree.Nodes[i].Element == ElementId.Blockquote) return true;
        }

        return false;
    }

    private bool IsQuotation(int at, in QuoteNode node)
    {
        // What a writer of Gmail sets as a quotation has the class and nothing around it.
        var isOwn = node.Marker == QuoteMarker.Container && (node.Traits & QuoteTraits.IsCitation) == 0;
        if (!isOwn && (node.Traits & QuoteTraits.IsIndent) == 0) return true;
        return Attribution.LineAbove(tree, at) >= 0;
    }

    private bool BeginsWithForward(int at)
    {
        for (var i = at; i <= tree.Nodes[at].Last; i++)
        {
            var line = tree.Nodes[i].Line;
            if (line >= 0 && !tree.Lines[line].IsBlank) return LineReader.Read(tree.TextOf(line)) == LineMeaning.Forward;
        }

        return false;
    }

    private int LastContent()
    {
        if (_lastContent != Unknown) return _lastContent;
        var line = tree.LineCount - 1;
        while (line >= 0 && tree.Lines[line].IsBlank) line--;
        return _lastContent = line < 0 ? -1 : tree.Lines[line].LastLeaf;
    }

    /// <returns>True if all from the line on is history or forwarded.</returns>
    private bool LookAtLine(int line)
    {
        var text = tree.TextOf(line);
        if (text.Length == 0) return false;
        switch (LineReader.Read(text))
        {
            case LineMeaning.Forward:
                return true;
            case LineMeaning.Original:
                return SplitAt(line, "separator");
            case LineMeaning.AnswerAbove:
                return SplitAt(line, "delimiter");
        }

        foreach (var delimiter in delimiters)
        {
            if (text.Equals(delimiter, StringComparison.OrdinalIgnoreCase)) return SplitAt(line, "delimiter");
        }

        if (tree.LabelsOf(line) != HeaderLabels.None && HeaderBlock.BeginsAt(tree, line, IsSetOff(line))) return SplitAt(line, "header block");
        if (!Attribution.BeginsAt(tree, line, out var last)) return false;
        var next = tree.NextSeen(last);
        if (next >= tree.LineCount || IsQuoted(last, next)) return false;
        return SplitAt(line, QuoteFinding.Attribution);
    }

    private bool SplitAt(int line, string evidence)
    {
        // The rulers, empty lines and dashes above belong to it.
        while (line > 0 && (tree.Lines[line - 1].IsBlank || LineReader.Read(tree.TextOf(line - 1)) is LineMeaning.Divider or LineMeaning.Original)) line--;
        Split = tree.Lines[line].FirstLeaf;
        SplitEvidence = evidence;
        return true;
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
    private bool IsQuoted(int attribution, int next)
    {
        if (tree.TextOf(next) is ['>', ..]) return true;
        var leaf = tree.Lines[next].FirstLeaf;
        for (var i = tree.Lines[attribution].LastLeaf + 1; i < leaf; i++)
        {
            ref readonly var node = ref tree.Nodes[i];
            if (node.Last >= leaf && (node.Element == ElementId.Blockquote || node.Marker is QuoteMarker.Quote or QuoteMarker.Container)) return true;
        }

        return false;
    }
}
