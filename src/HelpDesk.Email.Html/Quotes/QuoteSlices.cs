using System.Text;
using HelpDesk.Email.Html.Nesting;

namespace HelpDesk.Email.Html.Quotes;

/// <summary>Cuts the source.</summary>
internal static class QuoteSlices
{
    /// <summary>The source without the pieces.</summary>
    internal static string Without(string html, List<QuoteRange> ranges)
    {
        var kept = new StringBuilder(html.Length);
        var at = 0;
        foreach (var range in ranges)
        {
            kept.Append(html, at, range.Start - at);
            at = range.End;
        }

        return kept.Append(html, at, html.Length - at).ToString();
    }

    /// <summary>The pieces one after the other; a part of a table gets one around it, or it would mean nothing.</summary>
    internal static string Only(string html, List<QuoteRange> ranges, QuoteTree tree)
    {
        var quoted = new StringBuilder();
        foreach (var range in ranges)
        {
            var isPart = (ElementTable.Of(tree.Nodes[range.First].Element) & ElementTraits.TablePart) != 0;
            if (isPart) quoted.Append("<table>");
            quoted.Append(html, range.Start, range.End - range.Start);
            if (isPart) quoted.Append("</table>");
        }

        return quoted.ToString();
    }
}
