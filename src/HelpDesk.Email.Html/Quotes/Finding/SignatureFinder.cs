using HelpDesk.Email.Html.Quotes.Trees;
using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Finds where the signature begins at the end of a piece of a mail.</summary>
internal sealed class SignatureFinder(QuoteTree tree)
{
    private const int Reach = 80;
    private const int MostDashedLines = 30;
    private const int MostFooterLines = 12;
    private const int MostFooterSentences = 2;
    private const int MostNameLines = 4;
    private const int MostPasses = 6;

    /// <summary>The first line of the signature, or -1.</summary>
    /// <param name="first">The first line of the piece.</param>
    /// <param name="last">Its last line.</param>
    internal int Find(int first, int last)
    {
        var found = -1;
        var rule = -1;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            while (last >= first && tree.Lines[last].IsBlank) last--;
            if (last < first) return found;
            var begins = FindLast(Math.Max(first, last - Reach), last, rule);
            if (begins < 0) return found;
            found = begins;
            rule = SignatureText.IsRule(tree.TextOf(begins)) ? begins : -1;
            last = begins - 1;
        }

        return found;
    }

    // The lowest line that begins a signature which reaches to the last line, or to the rule below that.
    private int FindLast(int first, int last, int rule)
    {
        if (IsDashedName(first, last)) return last;
        var below = default(LinesBelow);
        for (var line = last; line >= first && below.Count <= MostDashedLines; line--)
        {
            var text = tree.TextOf(line);
            below.IsNear = line < last && !tree.Lines[line + 1].IsBlank;
            if (text.Length > 0)
            {
                if (IsSign(text, below) || (rule >= 0 && IsFrame(text, tree.TextOf(rule), below))) return FirstOfRules(first, line);
                below.Add(text);
            }
            else if (tree.Lines[line].HasImage)
            {
                // A logo.
                below.Count++;
            }
        }

        return -1;
    }

    // Whether the line begins a signature, by what stands below it.
    private static bool IsSign(ReadOnlySpan<char> text, LinesBelow below)
    {
        if (SignatureText.IsDevice(text)) return true;
        if (SignatureText.IsNotice(text)) return below.Count <= MostFooterLines;
        if (SignatureText.IsDashes(text)) return below.Count <= MostDashedLines;
        if (SignatureText.IsRule(text) && below.Count == 0) return true;
        if (SignatureText.IsDelimiter(text))
        {
            // People write rules between sections, too, but with empty lines around them.
            if (!below.IsNear || below.Announces) return false;
            return below.Contacts > 0
                ? below.Count <= MostFooterLines && below.Sentences <= MostFooterSentences
                : below.Count <= MostNameLines && below.Sentences == 0 && below.BeginsWithName;
        }

        // A name alone below a closing is a part of the letter.
        return below.BeginsWithName && below.Count is >= 2 and <= MostFooterLines && below.Sentences == 0
            && (below.Contacts > 0 || (below.Count >= 3 && !below.IsRunning))
            && SignatureText.IsClosing(text);
    }

    // Whether the line and the rule at the end stand around a signature, whatever sign they are of.
    private static bool IsFrame(ReadOnlySpan<char> text, ReadOnlySpan<char> rule, LinesBelow below) =>
        below.Contacts > 0 && below.Count <= MostFooterLines && below.Sentences <= MostFooterSentences
        && SignatureText.IsRule(text) && text.Length == rule.Length && text[0] == rule[0];

    private int FirstOfRules(int first, int line)
    {
        for (var above = line - 1; above >= first; above--)
        {
            var text = tree.TextOf(above);
            if (text.Length == 0) continue;
            if (!SignatureText.IsDashes(text) && !(SignatureText.IsRule(tree.TextOf(line)) && SignatureText.IsRule(text))) break;
            line = above;
        }

        return line;
    }

    // Below an empty line, and not the last item of a list.
    private bool IsDashedName(int first, int last)
    {
        if (last - 1 <= first || tree.Lines[last - 1].TextLength > 0 || !SignatureText.IsDashedName(tree.TextOf(last))) return false;
        var above = tree.PreviousSeen(last);
        if (above < first || tree.TextOf(above) is not { Length: > 0 } text || text[0] is '-' or '*' or '\u2022' or '\u2013') return false;
        var name = tree.TextOf(last);

        // Behind a question a word below is its answer; one that begins small is a name only below a sentence that is done.
        return name[1] != ' ' ? text[^1] != ':' : text[^1] is '.' or '!' || (text[^1] == '?' && !SignatureText.IsSmallName(name));
    }
}
