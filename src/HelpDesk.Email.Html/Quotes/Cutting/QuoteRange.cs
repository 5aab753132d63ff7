using HelpDesk.Email.Html.Quotes.Finding;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html.Quotes.Cutting;

/// <summary>A piece of the source that goes.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where what follows begins.</param>
/// <param name="First">Its first node.</param>
/// <param name="Last">Its last node.</param>
/// <param name="IsSignature">Whether it goes as signature, and not as history.</param>
/// <param name="Evidence">What told that it is.</param>
internal readonly record struct QuoteRange(int Start, int End, int First, int Last, bool IsSignature, string Evidence)
{
    private const QuoteTraits Holds = QuoteTraits.HoldsKept | QuoteTraits.HoldsRemoved | QuoteTraits.HoldsSignature;

    /// <summary>Finds the pieces: elements that hold nothing but nodes marked alike go whole, with their tags.</summary>
    /// <param name="tree">The mail, marked.</param>
    /// <param name="removed">What was marked as history, from top to bottom.</param>
    /// <returns>The pieces, in order and apart from each other.</returns>
    internal static List<QuoteRange> Of(QuoteTree tree, IReadOnlyList<QuoteFinding> removed)
    {
        Gather(tree);
        var ranges = new List<QuoteRange>();
        var nodes = tree.Nodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if ((nodes[i].Traits & Holds) is not (QuoteTraits.HoldsRemoved or QuoteTraits.HoldsSignature)) continue;
            var isSignature = (nodes[i].Traits & QuoteTraits.HoldsSignature) != 0;
            var range = new QuoteRange(nodes[i].Start, nodes[i].End, i, nodes[i].Last, isSignature, "signature");
            while (range.Last + 1 < nodes.Length && IsNext(nodes[range.Last], nodes[range.Last + 1]))
                range = range with { End = nodes[range.Last + 1].End, Last = nodes[range.Last + 1].Last };
            if (ranges.Count > 0 && ranges[^1] is var last && last.End == range.Start && last.IsSignature == isSignature && nodes[last.First].Parent == nodes[i].Parent)
                ranges[^1] = last with { End = range.End, Last = range.Last };
            else
                ranges.Add(range);
            i = range.Last;
        }

        Explain(ranges, removed);
        return ranges;
    }

    // Whether a line of plain text follows another that goes, too: a quotation has many.
    private static bool IsNext(in QuoteNode line, in QuoteNode next) =>
        (line.Traits & next.Traits & QuoteTraits.IsLeaf) != 0 && (line.Traits & Holds) == (next.Traits & Holds) && line.Parent == next.Parent && line.End == next.Start;

    // From the last node to the first, so that what an element holds is known before the element.
    private static void Gather(QuoteTree tree)
    {
        var nodes = tree.Nodes;
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            ref var node = ref nodes[i];
            if ((node.Traits & QuoteTraits.IsRemoved) != 0 && node.Last == i) node.Traits |= QuoteTraits.HoldsRemoved;
            else if ((node.Traits & QuoteTraits.IsSignature) != 0 && node.Last == i) node.Traits |= QuoteTraits.HoldsSignature;
            else if ((node.Traits & QuoteTraits.IsLeaf) != 0) node.Traits |= QuoteTraits.HoldsKept;
            if (node.Parent >= 0) nodes[node.Parent].Traits |= node.Traits & Holds;
        }
    }

    // A piece may be the line that introduces a quotation and the quotation; the latter says more.
    private static void Explain(List<QuoteRange> ranges, IReadOnlyList<QuoteFinding> removed)
    {
        var at = 0;
        for (var i = 0; i < ranges.Count; i++)
        {
            if (ranges[i].IsSignature) continue;
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
