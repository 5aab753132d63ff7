using System.Numerics;
using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Recognises the block of header fields that Outlook and its kin put above a quotation.</summary>
internal static class HeaderBlock
{
    private const int MostLines = 12;
    private const int MostForeignLines = 2;

    /// <param name="tree">The mail.</param>
    /// <param name="line">The line that may be the first of a block.</param>
    /// <param name="isSetOff">Whether a ruler, a border or a separator stands above it: then less will do.</param>
    internal static bool BeginsAt(QuoteTree tree, int line, bool isSetOff)
    {
        if (tree.LabelsOf(line) is HeaderLabels.None or HeaderLabels.Cc) return false;
        var labels = HeaderLabels.None;
        var hasAddress = false;
        var hasDate = false;
        var foreign = 0;
        var last = line;
        for (var i = line; i < Math.Min(line + MostLines, tree.LineCount); i++)
        {
            var found = tree.LabelsOf(i);
            if (found == HeaderLabels.None)
            {
                // A value may go on in the next line; two empty lines end the block.
                if (++foreign > MostForeignLines) break;
                continue;
            }

            foreign = 0;
            last = i;
            labels |= found;
            hasAddress |= tree.TextOf(i).Contains('@');
            hasDate |= (found & HeaderLabels.Date) != 0 && DateText.IsIn(tree.TextOf(i));
        }

        var count = BitOperations.PopCount((uint)labels);

        // Two fields alone are a header if they are all there is: who, with the address, and when.
        if (count == 2 && hasAddress && hasDate && last < line + 3 && (last + 1 == tree.LineCount || tree.Lines[last + 1].IsBlank)) return true;
        if ((labels & HeaderLabels.From) == 0) return false;
        if (isSetOff) return count >= 3 || (count == 2 && (hasAddress || (labels & HeaderLabels.Date) != 0));

        // Journeys too have a from, a to and a date; they have no subject and no address.
        return count >= 3 && (hasAddress || (labels & HeaderLabels.Subject) != 0);
    }

    /// <summary>The last line of the fields that begin at the line or below empty ones, or -1 if there are none.</summary>
    internal static int Last(QuoteTree tree, int line)
    {
        var last = -1;
        for (var i = line; i < Math.Min(line + MostLines, tree.LineCount); i++)
        {
            if (tree.Lines[i].IsBlank)
            {
                if (last >= 0) return i - 1;
                continue;
            }

            if (tree.LabelsOf(i) != HeaderLabels.None) last = i;
            else if (last < 0) return -1;
        }

        return last;
    }
}
