using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>
/// Finds the outermost quotations, from top to bottom, up to where all the rest is history or is forwarded.
/// </summary>
internal sealed class QuoteFinder
{
    private const int ContainerReach = 40;

    private const int Unknown = -2;

    private readonly QuoteTree _tree;
    private readonly SplitReader _splits;
    private readonly List<QuoteFinding> _found = [];
    private readonly List<QuoteFinding> _signatures = [];
    private int _lastContent = Unknown;
    private int _containerEnd = -1;
    private string _container = "";

    internal QuoteFinder(QuoteTree tree, IReadOnlyList<string> delimiters)
    {
        _tree = tree;
        _splits = new SplitReader(tree, delimiters);
    }

    /// <summary>Where all the rest is history, or -1.</summary>
    internal int Split { get; private set; } = -1;

    /// <summary>What told that it is.</summary>
    internal string SplitEvidence { get; private set; } = "";

    /// <summary>The last line of what introduces it, if that is an attribution; else of no meaning.</summary>
    internal int SplitLast { get; private set; }

    /// <summary>The line from which on all is forwarded, or -1.</summary>
    internal int Forward { get; private set; } = -1;

    /// <summary>The first element that the author has set as a quotation, or -1.</summary>
    internal int OwnQuotation { get; private set; } = -1;

    /// <summary>The quotations above the split.</summary>
    internal IReadOnlyList<QuoteFinding> Found => _found;

    /// <summary>The elements above the split that are marked as signatures.</summary>
    internal IReadOnlyList<QuoteFinding> Signatures => _signatures;

    internal void Find()
    {
        var at = 0;
        while (at < _tree.NodeCount)
        {
            var next = Look(at);
            if (next < 0) return;
            at = next;
        }
    }

    /// <returns>The node to look at next, or -1 where the search is over.</returns>
    private int Look(int at)
    {
        ref readonly var node = ref _tree.Nodes[at];
        if (node.Line >= 0 && _tree.Lines[node.Line].FirstLeaf == at && _tree.Lines[node.Line].TextLength > 0)
        {
            var next = LookAtLine(node.Line);
            if (next != at) return next;
        }

        switch (node.Marker)
        {
            case QuoteMarker.Forward:
                return EndAtForward(at);
            case QuoteMarker.Split when at <= LastContent():
                return SplitAt(at, node.Evidence!);
            case QuoteMarker.Quote:
                return BeginsWithForward(at) ? EndAtForward(at) : Add(at, node.Last, node.Evidence!);
            case QuoteMarker.Signature:
                // Quotations in it are still found: some programs forget to end it.
                _signatures.Add(new QuoteFinding(at, node.Last, node.Evidence!));
                return at + 1;
            case QuoteMarker.Container when node.Element != ElementId.Blockquote:
                if (BeginsWithForward(at)) return EndAtForward(at);
                if (!HoldsBlockquote(at)) return Add(at, node.Last, node.Evidence!);

                // Beside the block quotes in it there may be new text, and what introduces them is found by them.
                _containerEnd = Math.Max(_containerEnd, node.Last);
                _container = node.Evidence!;
                return at + 1;
        }

        if (node.Element != ElementId.Blockquote) return at + 1;
        if (at <= _containerEnd) return Add(at, node.Last, _container);
        if (!IsQuotation(at, in node)) return at + 1;
        return Add(at, node.Last, node.Evidence ?? "blockquote", node.Marker == QuoteMarker.None && (node.Traits & QuoteTraits.IsCitation) == 0);
    }

    /// <returns>The node itself if the line says nothing.</returns>
    private int LookAtLine(int line)
    {
        var leaf = _tree.Lines[line].FirstLeaf;
        switch (_splits.Read(line))
        {
            case LineSplit.Words:
                return leaf;
            case LineSplit.Forward:
                Forward = line;
                return -1;
            case LineSplit.Quoted:
                return AddLines(line);
            default:
                SplitLast = line;
                return SplitAt(_tree.Lines[_splits.First].FirstLeaf, _splits.Evidence);
        }
    }

    private int AddLines(int line)
    {
        var last = QuotedLines.Last(_tree, line);
        for (var i = line; i <= last; i++)
        {
            var content = QuotedLines.Content(_tree.TextOf(i));
            if (content.Length == 0) continue;
            if (LineReader.Read(content) != LineMeaning.Forward) break;
            Forward = line;
            return -1;
        }

        return Add(_tree.Lines[line].FirstLeaf, _tree.Lines[last].LastLeaf, QuoteFinding.QuoteMarks);
    }

    private int Add(int first, int last, string evidence, bool isPlain = false)
    {
        _found.Add(new QuoteFinding(first, last, evidence, isPlain));
        return last + 1;
    }

    private int SplitAt(int node, string evidence)
    {
        Split = node;
        SplitEvidence = evidence;
        return -1;
    }

    private int EndAtForward(int node)
    {
        while (node < _tree.NodeCount && _tree.Nodes[node].Line < 0) node++;
        Forward = node < _tree.NodeCount ? _tree.Nodes[node].Line : _tree.LineCount;
        return -1;
    }

    private bool HoldsBlockquote(int container)
    {
        var end = Math.Min(_tree.Nodes[container].Last, container + ContainerReach);
        for (var i = container + 1; i <= end; i++)
        {
            if (_tree.Nodes[i].Element == ElementId.Blockquote) return true;
        }

        return false;
    }

    private bool IsQuotation(int at, in QuoteNode node)
    {
        // What a writer of Gmail sets as a quotation has the class and nothing around it.
        var isOwn = node.Marker == QuoteMarker.Container && (node.Traits & QuoteTraits.IsCitation) == 0;
        if (!isOwn && (node.Traits & QuoteTraits.IsIndent) == 0) return true;
        if (Attribution.LineAbove(_tree, at) >= 0) return true;
        if (isOwn && OwnQuotation < 0) OwnQuotation = at;
        return false;
    }

    private bool BeginsWithForward(int at)
    {
        for (var i = at; i <= _tree.Nodes[at].Last; i++)
        {
            var line = _tree.Nodes[i].Line;
            if (line >= 0 && !_tree.Lines[line].IsBlank) return LineReader.Read(_tree.TextOf(line)) == LineMeaning.Forward;
        }

        return false;
    }

    private int LastContent()
    {
        if (_lastContent != Unknown) return _lastContent;
        var line = _tree.LineCount - 1;
        while (line >= 0 && _tree.Lines[line].IsBlank) line--;
        return _lastContent = line < 0 ? -1 : _tree.Lines[line].LastLeaf;
    }
}
