using HelpDesk.Email.Html.Quotes.Finding;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html.Quotes.Cutting;

/// <summary>A mail parted: what its author wrote, what it repeats and how it is signed.</summary>
/// <param name="Reply">The source without the other two.</param>
/// <param name="Quoted">The history; of plain text it is the pieces, and nobody has to make it who does not want it.</param>
/// <param name="Signature">The signatures.</param>
/// <param name="Quotes">Where the history stood.</param>
/// <param name="HasAnsweredQuotes">Whether quotations stayed with the answers below them.</param>
internal sealed record MailParts(string Reply, string Quoted, string Signature, IReadOnlyList<QuotedPiece> Quotes, bool HasAnsweredQuotes)
{
    internal static MailParts Whole(string source) => new(source, "", "", [], HasAnsweredQuotes: false);

    /// <summary>Parts the mail that the tree was built of.</summary>
    /// <param name="source">The mail.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="delimiters">Lines that end the reply.</param>
    /// <param name="cutSignatures">Whether signatures go.</param>
    internal static MailParts Of(string source, QuoteTree tree, IReadOnlyList<string> delimiters, bool cutSignatures)
    {
        var finder = new QuoteFinder(tree, delimiters);
        finder.Find();
        var cutter = new QuoteCutter(tree, finder);
        var marked = cutter.Mark();
        if (cutSignatures && !cutter.IsAllHistory) marked |= cutter.MarkSignatures();
        if (!marked) return Whole(source) with { HasAnsweredQuotes = cutter.HasAnsweredQuotes };

        var ranges = QuoteRange.Of(tree, cutter.Removed);
        return new MailParts(
            QuoteSlices.Without(source, ranges),
            tree.IsPlainText ? "" : QuoteSlices.Only(source, ranges, tree, signatures: false),
            QuoteSlices.Only(source, ranges, tree, signatures: true),
            ranges.Where(range => !range.IsSignature).Select(range => new QuotedPiece(range.Start, range.End - range.Start, range.Evidence)).ToList(),
            cutter.HasAnsweredQuotes);
    }
}
