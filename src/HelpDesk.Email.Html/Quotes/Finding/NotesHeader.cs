using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Recognises the header of older Notes: name and date on lines of their own, and labels without a colon.</summary>
internal static class NotesHeader
{
    private const int MostLinesAbove = 5;
    private const int MostLinesBelow = 14;
    private const int LongestName = 80;

    /// <summary>The first line of the header whose receivers' label is that line, or -1.</summary>
    internal static int FirstLine(QuoteTree tree, int line)
    {
        if (tree.Lines[line].TextLength > QuotePhrases.LongestLabel || QuotePhrases.LabelOf(tree.TextOf(line)) != HeaderLabels.To || !HasSubjectBelow(tree, line)) return -1;
        var first = -1;
        for (var above = line - 1; above >= Math.Max(0, line - MostLinesAbove); above--)
        {
            var text = tree.TextOf(above);
            if (text.Length == 0) continue;
            if (first >= 0) return text.Length <= LongestName && !SignatureText.IsSentence(text) && !tree.Lines[first - 1].IsBlank ? above : first;
            if (!DateText.IsIn(text)) continue;
            if (above == 0) return above;
            first = above;
        }

        return first;
    }

    private static bool HasSubjectBelow(QuoteTree tree, int line)
    {
        for (var below = line + 1; below < Math.Min(tree.LineCount, line + MostLinesBelow); below++)
        {
            if (QuotePhrases.LabelOf(tree.TextOf(below)) == HeaderLabels.Subject) return true;
        }

        return false;
    }
}
