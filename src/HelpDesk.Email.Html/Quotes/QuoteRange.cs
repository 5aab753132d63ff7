namespace HelpDesk.Email.Html.Quotes;

/// <summary>A piece of the source that goes.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows begins.</param>
/// <param name="First">Its first node.</param>
/// <param name="Last">Its last node.</param>
/// <param name="Evidence">What told that it is history.</param>
internal readonly record struct QuoteRange(int Start, int End, int First, int Last, string Evidence)
{
    /// <summary>Finds the pieces: elements that hold nothing but marked nodes go whole, with their tags.</summary>
    /// <param name="tree">The mail, marked.</param>
    /// <param name="removed">What was marked, from top to bottom.</param>
    /// <returns>The pieces, in order and apart from each other.</returns>
    internal static List<QuoteRange> Of(QuoteTree tree, IReadOnlyList<QuoteFinding> removed)
    {
        Gather(tree);
        var ranges = new List<QuoteRange>();
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Traits & (QuoteTraits.HoldsRemoved | QuoteTraits.HoldsKept)) != QuoteTraits.HoldsRemoved) continue;
            var range = new QuoteRange(nodes[i].Start, nodes[i].End, i, nodes[i].Last, "");
            if (ranges.Count > 0 && ranges[^1].End == range.Start && nodes[ranges[^1].First].Parent == nodes[i].Parent)
                ranges[^1] = ranges[^1] with { End = range.End, Last = range.Last };
            else
                ranges.Add(range);
            i = nodes[i].Last;
        }

        Explain(ranges, removed);
        return ranges;
    }

    // From the last node to the first, so that what an element holds is known before the element.
    private static void Gather(QuoteTree tree)
    {
        var nodes = tree.Nodes;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            ref var node = ref nodes[i];
            if ((node.Traits & QuoteTraits.IsRemoved) != 0 && node.Last == i) node.Traits |= QuoteTraits.HoldsRemoved;
            else if ((node.Traits & QuoteTraits.IsLeaf) != 0) node.Traits |= QuoteTraits.HoldsKept;
            if (node.Parent >= 0) nodes[node.Parent].Traits |= node.Traits & (QuoteTraits.HoldsKept | QuoteTraits.HoldsRemoved);
        }
    }

    // A piece may be the line that introduces a quotation and the quotation; the latter says more.
    private static void Explain(List<QuoteRange> ranges, IReadOnlyList<QuoteFinding> removed)
    {
        var at = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            var evidence = "";
            while (at < removed.Count && removed[at].Last < ranges[i].First) at++;
            for (var j = at; j < removed.Count && removed[j].First <= ranges[i].Last; j++)
            {
                if (evidence.Length == 0 || evidence == QuoteFinding.Attribution) evidence = removed[j].Evidence;
                if (removed[j].Last <= ranges[i].Last) at = j;
            }

            ranges[i] = ranges[i] with { Evidence = evidence };
        }
    }
}
