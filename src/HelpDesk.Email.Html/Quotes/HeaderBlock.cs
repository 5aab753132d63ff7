using System.Numerics;

namespace HelpDesk.Email.Html.Quotes;

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
        var foreign = 0;
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
            labels |= found;
            hasAddress |= tree.TextOf(i).Contains('@');
        }

        if ((labels & HeaderLabels.From) == 0) return false;
        var count = BitOperations.PopCount((uint)labels);
        if (isSetOff) return count >= 3 || (count == 2 && (hasAddress || (labels & HeaderLabels.Date) != 0));

        // Journeys too have a from, a to and a date; they have no subject and no address.
        return count >= 3 && (hasAddress || (labels & HeaderLabels.Subject) != 0);
    }
}
