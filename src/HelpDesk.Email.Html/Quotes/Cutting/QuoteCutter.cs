using HelpDesk.Email.Html.Quotes.Finding;
using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Cutting;

/// <summary>
/// Decides which of the quotations go, and marks their nodes: those that somebody has answered between stay, and so
/// does everything if nothing else would be left.
/// </summary>
internal sealed class QuoteCutter(QuoteTree tree, QuoteFinder finder)
{
    private readonly List<QuoteFinding> _removed = [];
    private readonly SignatureFinder _signatures = new(tree);

    /// <summary>What goes, from top to bottom.</summary>
    internal IReadOnlyList<QuoteFinding> Removed => _removed;

    /// <summary>Whether some quotations stay because of the answers below them.</summary>
    internal bool HasAnsweredQuotes { get; private set; }

    // Several answers, each below what it answers.
    private bool IsInterleaved { get; set; }

    /// <summary>Whether nothing went because nothing else would have been left.</summary>
    internal bool IsAllHistory { get; private set; }

    /// <summary>Marks what goes as history.</summary>
    /// <returns>False if nothing does.</returns>
    internal bool Mark()
    {
        HasAnsweredQuotes = finder.OwnQuotation >= 0 && HasWords(tree.Nodes[finder.OwnQuotation].Last + 1, EndOfSearch);
        var found = FindQuotations();
        if (found.Count == 0 && finder.Split < 0) return MarkForward();
        var answered = Answered(found);
        var isInterleaved = answered.Count(isAnswered => isAnswered) > 1;
        var lastAnswered = Array.LastIndexOf(answered, true);
        for (var i = 0; i < found.Count; i++)
        {
            var (quote, attribution) = found[i];

            // What nobody introduced has been put there by the author, who answers it.
            var isOwn = answered[i] && attribution < 0 && quote.Evidence == QuoteFinding.QuoteMarks && !Attribution.BeginsWithin(tree, quote);
            HasAnsweredQuotes |= isOwn;
            if (attribution >= 0) Remove(attribution, quote.First);
            if (!isOwn && (!isInterleaved || i > lastAnswered)) Remove(quote);
        }

        IsInterleaved = isInterleaved;
        HasAnsweredQuotes |= isInterleaved;
        if (finder.Split >= 0) Remove(new QuoteFinding(finder.Split, tree.NodeCount - 1, finder.SplitEvidence));
        if (_removed.Count == 0) return MarkForward();
        if (HasWords(0, tree.NodeCount) || MarkIntroduction() || IsShell()) return true;
        IsAllHistory = true;
        return false;
    }

    /// <summary>Marks what goes as signature, at the ends of what has not gone.</summary>
    /// <returns>False if nothing does.</returns>
    internal bool MarkSignatures()
    {
        var marked = false;
        foreach (var signature in finder.Signatures) marked |= MarkSignature(signature.First, signature.Last);
        var end = finder.Forward >= 0 ? finder.Forward : tree.LineCount;
        for (var line = 0; line < end;)
        {
            if (IsGone(line))
            {
                line++;
                continue;
            }

            var first = line;
            while (line < end && !IsGone(line)) line++;
            if (IsInterleaved && HasKeptLines(line, end)) continue;
            var signature = _signatures.Find(first, line - 1);
            if (signature >= 0) marked |= MarkSignature(tree.Lines[signature].FirstLeaf, tree.Lines[line - 1].LastLeaf);
        }

        if (!marked || HasWords(0, tree.NodeCount)) return marked;
        foreach (ref var node in tree.Nodes) node.Traits &= ~QuoteTraits.IsSignature;
        return false;
    }

    private int EndOfSearch => finder.Split >= 0 ? finder.Split : tree.NodeCount;

    // The quotations with the first lines of what introduces them, or -1. Where some are introduced or marked, a bare
    // block quote beside them is its author's own.
    private List<(QuoteFinding Quote, int Attribution)> FindQuotations()
    {
        var found = new List<(QuoteFinding Quote, int Attribution)>();
        var previous = -1;
        foreach (var quote in finder.Found)
        {
            // A line within the quotation above introduces nothing.
            var attribution = Attribution.LineAbove(tree, quote.First);
            if (attribution >= 0 && tree.Lines[attribution].FirstLeaf <= previous) attribution = -1;
            found.Add((quote with { IsPlain = quote.IsPlain && attribution < 0 && !Attribution.BeginsWithin(tree, quote) }, attribution));
            previous = quote.Last;
        }

        if (finder.Split >= 0 || found.Exists(entry => !entry.Quote.IsPlain)) found.RemoveAll(entry => entry.Quote.IsPlain);
        return found;
    }

    private bool MarkSignature(int first, int last)
    {
        for (var i = first; i <= last; i++) tree.Nodes[i].Traits |= QuoteTraits.IsSignature;
        return true;
    }

    private bool IsGone(int line) => (tree.Nodes[tree.Lines[line].FirstLeaf].Traits & (QuoteTraits.IsRemoved | QuoteTraits.IsSignature)) != 0;

    private bool HasKeptLines(int from, int end)
    {
        for (var line = from; line < end; line++)
        {
            if (!IsGone(line) && !tree.Lines[line].IsBlank) return true;
        }

        return false;
    }

    // Whether words follow each quotation that aren't quoted themselves; below the last a signature isn't an answer.
    private bool[] Answered(List<(QuoteFinding Quote, int Attribution)> found)
    {
        var answered = new bool[found.Count];
        for (var i = 0; i < found.Count; i++)
        {
            var start = found[i].Quote.Last + 1;
            var end = i + 1 == found.Count ? EndOfAnswer(start, EndOfSearch)
                : found[i + 1].Attribution >= 0 ? Math.Min(tree.Lines[found[i + 1].Attribution].FirstLeaf, found[i + 1].Quote.First)
                : found[i + 1].Quote.First;
            answered[i] = HasWords(start, end);
        }

        return answered;
    }

    private int EndOfAnswer(int start, int end)
    {
        var first = tree.LineCount;
        while (first > 0 && tree.Lines[first - 1].FirstLeaf >= start) first--;
        var last = tree.LineCount - 1;
        while (last >= first && tree.Lines[last].FirstLeaf >= end) last--;
        var signature = _signatures.Find(first, last);
        return signature < 0 ? end : tree.Lines[signature].FirstLeaf;
    }

    // Of a mail that is nothing but forwarded, the words are the forwarded ones, without the header above them.
    private bool MarkForward()
    {
        if (!tree.IsPlainText || finder.Forward < 0 || HasWords(0, tree.Lines[finder.Forward].FirstLeaf)) return false;
        var last = HeaderBlock.Last(tree, finder.Forward + 1);
        if (last < 0) return false;
        Remove(new QuoteFinding(tree.Lines[finder.Forward].FirstLeaf, tree.Lines[last].LastLeaf, "header block"));
        if (HasWords(0, tree.NodeCount)) return true;
        Restore();
        return false;
    }

    // If all were history, only the line goes that says so: the author has written below it.
    private bool MarkIntroduction()
    {
        Restore();
        if (finder.Found.Count > 0 || finder.SplitEvidence != QuoteFinding.Attribution) return false;
        Remove(new QuoteFinding(finder.Split, tree.Lines[finder.SplitLast].LastLeaf, QuoteFinding.Attribution));
        if (HasWords(0, tree.NodeCount)) return true;
        Restore();
        return false;
    }

    // Introductions that introduce each other, and no word between them.
    private bool IsShell()
    {
        if (!tree.IsPlainText || finder.Found.Count != 1) return false;
        var introductions = 0;
        for (var line = 0; line < tree.LineCount; line++)
        {
            var content = QuotedLines.Content(tree.TextOf(line));
            if (content.Length == 0) continue;
            if (!AttributionText.Introduces(content)) return false;
            introductions++;
        }

        if (introductions < 2) return false;
        Remove(new QuoteFinding(0, tree.NodeCount - 1, QuoteFinding.Attribution));
        return true;
    }

    private void Restore()
    {
        _removed.Clear();
        foreach (ref var node in tree.Nodes) node.Traits &= ~QuoteTraits.IsRemoved;
    }

    private void Remove(int attribution, int quote)
    {
        var line = Attribution.WithRules(tree, attribution);
        var first = tree.Lines[line].FirstLeaf;
        var last = first;
        for (; line < tree.LineCount && tree.Lines[line].FirstLeaf < quote; line++) last = tree.Lines[line].LastLeaf;
        Remove(new QuoteFinding(first, Math.Min(last, quote - 1), QuoteFinding.Attribution));
    }

    private void Remove(QuoteFinding finding)
    {
        // The empty lines below go, too, or there would be those above and these.
        var last = finding.Last;
        while (tree.IsPlainText && last + 1 < tree.NodeCount && tree.Lines[last + 1].IsBlank) last++;
        finding = finding with { Last = last };

        // From top to bottom, so that they are in order.
        _removed.Add(finding);
        var nodes = tree.Nodes;
        for (var i = finding.First; i <= finding.Last; i++) nodes[i].Traits |= QuoteTraits.IsRemoved;
    }

    private bool HasWords(int from, int to)
    {
        var nodes = tree.Nodes;
        var lines = tree.Lines;
        for (var i = from; i < to; i++)
        {
            ref readonly var node = ref nodes[i];
            if (node.Line < 0 || (node.Traits & (QuoteTraits.IsRemoved | QuoteTraits.IsSignature)) != 0) continue;
            ref readonly var line = ref lines[node.Line];
            if (!line.IsBlank && !line.IsRule) return true;
        }

        return false;
    }
}
