using HelpDesk.Email.Html.Quotes.Trees;

namespace HelpDesk.Email.Html.Quotes.Finding;

/// <summary>Reads quotations that have a sign before each line.</summary>
internal static class QuotedLines
{
    // What servers and programs break is at least so long.
    private const int ShortestBroken = 60;
    private const int MostInitials = 4;

    /// <summary>The last line of the quotation that begins at the line.</summary>
    internal static int Last(QuoteTree tree, int first)
    {
        var last = first;
        for (var line = first + 1; line < tree.LineCount; line++)
        {
            if (tree.IsQuoted(line) || (line == last + 1 && BelongsToQuotation(tree, line))) last = line;
            else if (!tree.Lines[line].IsBlank) break;
        }

        return last;
    }

    /// <summary>The initials and the sign with which the line begins, or <see langword="null"/>.</summary>
    internal static string? InitialsOf(ReadOnlySpan<char> line)
    {
        var sign = line[..Math.Min(line.Length, MostInitials + 1)].IndexOf('>');
        if (sign <= 0 || (sign + 1 < line.Length && line[sign + 1] is not (' ' or '>'))) return null;
        foreach (var c in line[..sign])
        {
            if (!char.IsUpper(c)) return null;
        }

        return line[..(sign + 1)].ToString();
    }

    /// <summary>The text of a quoted line without its signs.</summary>
    internal static ReadOnlySpan<char> Content(ReadOnlySpan<char> line) => line.TrimStart("> ");

    // A line without a sign that a break made: of a quoted line that was too long, or around a link.
    private static bool BelongsToQuotation(QuoteTree tree, int line)
    {
        if (line + 1 < tree.LineCount && !tree.IsQuoted(line + 1) && !tree.Lines[line + 1].IsBlank) return false;
        var text = tree.TextOf(line);
        if (text.Length == 0) return false;
        if (char.IsLower(text[0])) return tree.IsQuoted(line - 1) && tree.Lines[line - 1].TextLength >= ShortestBroken && tree.TextOf(line - 1)[^1] != '?';
        return IsOnlyLink(text) && line + 1 < tree.LineCount && tree.IsQuoted(line + 1);
    }

    private static bool IsOnlyLink(ReadOnlySpan<char> text)
    {
        text = text.Trim("<>()[] ");
        return text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Contains("://", StringComparison.Ordinal) && !text.Contains(' ');
    }
}
