using System.Buffers;

namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>
/// Writes the value of a CSS property if it is made of nothing but what its kind allows. No escape, no comment, no
/// address and no function but a colour's passes, so that what is written means the same to every reader.
/// </summary>
internal static class CssValue
{
    private const int Longest = 400;

    private static readonly SearchValues<char> Words = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,%#");

    /// <returns>False if the value isn't allowed; then nothing is written.</returns>
    internal static bool Write(CssKind kind, scoped ReadOnlySpan<char> value, scoped ref MarkupWriter target)
    {
        value = WithoutImportant(value);
        if (kind == CssKind.Background) value = CssBackground.ColorOf(value);
        if (value.Length is 0 or > Longest) return false;
        var start = target.Length;
        if (WriteParts(kind, value, ref target)) return true;
        target.Truncate(start);
        return false;
    }

    private static bool WriteParts(CssKind kind, scoped ReadOnlySpan<char> value, scoped ref MarkupWriter target)
    {
        var isInFunction = false;
        var at = 0;
        while (at < value.Length)
        {
            var run = value[at..].IndexOfAnyExcept(Words);
            if (run != 0)
            {
                if (run < 0) run = value.Length - at;
                target.AttributePiece(value.Slice(at, run));
                at += run;
                continue;
            }

            var c = value[at];
            switch (c)
            {
                case ' ' or '\t' or '\n' or '\r' or '\f':
                    while (at + 1 < value.Length && value[at + 1] is ' ' or '\t' or '\n' or '\r' or '\f') at++;
                    target.AttributePiece(' ');
                    break;
                case '-' when IsWordPart(value, at) || kind == CssKind.Signed:
                    target.AttributePiece(c);
                    break;
                case '_' when kind == CssKind.Font:
                    target.AttributePiece(c);
                    break;
                case '/' when (kind == CssKind.Font || isInFunction) && at + 1 < value.Length && value[at + 1] is not ('*' or '/'):
                    target.AttributePiece(c);
                    break;
                case '(' when !isInFunction && IsColorFunction(value[..at]):
                    isInFunction = true;
                    target.AttributePiece(c);
                    break;
                case ')' when isInFunction:
                    isInFunction = false;
                    target.AttributePiece(c);
                    break;
                case '"' or '\'' when kind == CssKind.Font && !isInFunction:
                    var length = value[(at + 1)..].IndexOf(c);
                    if (length < 0 || !IsFontName(value.Slice(at + 1, length))) return false;
                    target.AttributePiece('\'');
                    target.AttributePiece(value.Slice(at + 1, length));
                    target.AttributePiece('\'');
                    at += length + 1;
                    break;
                case > '\u007F' when kind == CssKind.Font && char.IsLetter(c):
                    target.AttributePiece(c);
                    break;
                default:
                    return false;
            }

            at++;
        }

        return !isInFunction;
    }

    // As in sans-serif or -apple-system; a minus before a number is none.
    private static bool IsWordPart(ReadOnlySpan<char> value, int at)
    {
        if (at + 1 >= value.Length) return false;
        var before = at == 0 ? ' ' : value[at - 1];
        var after = value[at + 1];
        return char.IsAsciiLetter(before) ? char.IsAsciiLetterOrDigit(after) : char.IsAsciiLetter(after) && before is not ('-' or '#');
    }

    private static bool IsColorFunction(ReadOnlySpan<char> before)
    {
        var name = before[(before.LastIndexOfAny(" ,)") + 1)..];
        return name.Length is 3 or 4
            && (name.StartsWith("rgb", StringComparison.OrdinalIgnoreCase) || name.StartsWith("hsl", StringComparison.OrdinalIgnoreCase))
            && (name.Length == 3 || name[3] is 'a' or 'A');
    }

    private static bool IsFontName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.' or ',')) return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> WithoutImportant(ReadOnlySpan<char> value)
    {
        var mark = value.LastIndexOf('!');
        return mark >= 0 && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase) ? value[..mark].TrimEnd() : value;
    }
}
