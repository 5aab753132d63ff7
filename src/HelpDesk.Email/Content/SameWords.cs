using System.Buffers;

namespace HelpDesk.Email.Content;

/// <summary>Compares two texts by their letters and digits alone.</summary>
/// <remarks>
/// White space, signs and line breaks differ between the two bodies of one mail, and addresses of links and names of
/// images stand in one of them only.
/// </remarks>
internal static class SameWords
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" \t\r\n<>()[]\"\u00A0");
    private static readonly string[] Links = ["http://", "https://", "mailto:", "tel:", "www.", "[image:", "[cid:"];

    public static bool Are(string one, string other) => Begins(one, other, out var isEnd) && isEnd;

    /// <summary>Whether all words of the beginning stand at the start of the text, whatever follows there.</summary>
    public static bool Begins(string text, string beginning) => Begins(text, beginning, out _);

    private static bool Begins(string text, string beginning, out bool isEnd)
    {
        var left = 0;
        var right = 0;
        while (true)
        {
            var next = Next(beginning, ref right);
            var c = Next(text, ref left);
            isEnd = c == '\0';
            if (next == '\0')
            {
                return true;
            }

            if (c != next)
            {
                return false;
            }
        }
    }

    private static char Next(string text, ref int at)
    {
        while (at < text.Length)
        {
            var c = text[at];
            if (c is 'h' or 'H' or 'm' or 't' or 'w' or '[' && StartsLink(text, at))
            {
                at = EndOfLink(text, at);
            }
            else if (char.IsLetterOrDigit(c))
            {
                at++;
                return c;
            }
            else
            {
                at++;
            }
        }

        return '\0';
    }

    private static bool StartsLink(string text, int at)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
        {
            return false;
        }

        foreach (var link in Links)
        {
            if (text.AsSpan(at).StartsWith(link, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static int EndOfLink(string text, int at)
    {
        if (text[at] == '[')
        {
            var close = text.AsSpan(at).IndexOfAny(']', '\n');
            return close < 0 ? text.Length : at + close + 1;
        }

        var end = text.AsSpan(at).IndexOfAny(Ends);
        return end < 0 ? text.Length : at + end;
    }
}
