using System.Text;
using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html.Quotes.Cutting;

/// <summary>Cuts the source.</summary>
internal static class QuoteSlices
{
    /// <summary>The source without the pieces.</summary>
    internal static string Without(string source, List<QuoteRange> ranges)
    {
        var kept = new StringBuilder(source.Length);
        var at = 0;
        foreach (var range in ranges)
        {
            kept.Append(source, at, range.Start - at);
            at = range.End;
        }

        return kept.Append(source, at, source.Length - at).ToString();
    }

    /// <summary>The pieces of one kind, one after the other; a part of a table gets one around it, or it would mean nothing.</summary>
    internal static string Only(string source, List<QuoteRange> ranges, QuoteTree tree, bool signatures)
    {
        var pieces = new StringBuilder();
        foreach (var range in ranges)
        {
            if (range.IsSignature != signatures) continue;
            var isPart = !tree.IsPlainText && (ElementTable.Of(tree.Nodes[range.First].Element) & ElementTraits.TablePart) != 0;
            if (isPart) pieces.Append("<table>");
            pieces.Append(source, range.Start, range.End - range.Start);
            if (isPart) pieces.Append("</table>");
        }

        return pieces.ToString();
    }
}
