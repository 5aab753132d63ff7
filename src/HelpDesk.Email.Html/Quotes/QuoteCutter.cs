namespace HelpDesk.Email.Html.Quotes;

/// <summary>
/// Decides which of the quotations go, and marks their nodes: those that somebody has answered between stay, and so
/// does everything if nothing else would be left.
/// </summary>
internal sealed class QuoteCutter(QuoteTree tree, QuoteFinder finder)
{
    private readonly List<QuoteFinding> _removed = [];

    /// <summary>What goes, from top to bottom.</summary>
    internal IReadOnlyList<QuoteFinding> Removed => _removed;

    /// <summary>Whether some quotations stay because of the answers between them.</summary>
    internal bool IsInterleaved { get; private set; }

    /// <summary>Marks what goes.</summary>
    /// <returns>False if nothing does.</returns>
    internal bool Mark()
    {
        var found = FindIntroduced();
        for (var i = 0; i + 1 < found.Count; i++) IsInterleaved |= HasWordsBetween(found[i].Last, found[i + 1].First);
        for (var i = 0; i < found.Count; i++)
        {
            var next = i + 1 < found.Count ? found[i + 1].First : finder.Split >= 0 ? finder.Split : tree.NodeCount;
            if (!IsInterleaved || !HasWordsBetween(found[i].Last, next)) Remove(found[i]);
        }

        if (finder.Split >= 0) Remove(new QuoteFinding(finder.Split, tree.NodeCount - 1, finder.SplitEvidence));
        _removed.Sort((one, other) => one.First.CompareTo(other.First));
        return _removed.Count > 0 && HasWordsBetween(-1, tree.NodeCount);
    }

    /// <summary>
    /// Takes out the lines that introduce quotations. Where some are introduced or marked, a bare block quote beside
    /// them is its author's own.
    /// </summary>
    private List<QuoteFinding> FindIntroduced()
    {
        var found = new List<QuoteFinding>();
        var previous = -1;
        foreach (var quote in finder.Found)
        {
            // A line within the quotation above introduces nothing.
            var attribution = Attribution.LineAbove(tree, quote.First);
            var isIntroduced = attribution >= 0 && tree.Lines[attribution].FirstLeaf > previous;
            if (isIntroduced) Remove(attribution, quote.First);
            found.Add(quote with { IsPlain = quote.IsPlain && !isIntroduced && !Attribution.BeginsWithin(tree, quote) });
            previous = quote.Last;
        }

        if (finder.Split >= 0 || found.Exists(quote => !quote.IsPlain)) found.RemoveAll(quote => quote.IsPlain);
        return found;
    }

    private void Remove(int attribution, int quote)
    {
        var line = attribution;
        var first = tree.Lines[line].FirstLeaf;
        var last = first;
        for (; line < tree.LineCount && tree.Lines[line].FirstLeaf < quote; line++) last = tree.Lines[line].LastLeaf;
        Remove(new QuoteFinding(first, Math.Min(last, quote - 1), QuoteFinding.Attribution));
    }

    private void Remove(QuoteFinding finding)
    {
        _removed.Add(finding);
        var nodes = tree.Nodes;
        for (var i = finding.First; i <= finding.Last; i++) nodes[i].Traits |= QuoteTraits.IsRemoved;
    }

    private bool HasWordsBetween(int before, int after)
    {
        var nodes = tree.Nodes;
        var lines = tree.Lines;
        for (var i = before + 1; i < after; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Line < 0 || (node.Traits & QuoteTraits.IsRemoved) != 0) continue;
            ref readonly var line = ref lines[node.Line];
            if (!line.IsBlank && !line.IsRule) return true;
        }

        return false;
    }
}
