using System.Buffers;
using HelpDesk.Email.Mime;

namespace HelpDesk.Email.Bounces;

/// <summary>What a server said, found within a text: a reply code of RFC 5321, a status code of RFC 3463, or both.</summary>
/// <param name="Code">The reply code, 400 to 599; 0 where there is none.</param>
/// <param name="Status">The status code, or <see langword="null"/>.</param>
/// <param name="Start">Where it stands in the text.</param>
internal readonly record struct SmtpReply(int Code, EnhancedStatusCode? Status, int Start)
{
    private const int MostText = 16_384;

    private static readonly SearchValues<char> CodeCharacters = SearchValues.Create("0123456789.");

    private static readonly string[] Units = ["hour", "day", "byte", "minute", "message", "second", "kb", "mb", "times", "recipients"];

    public int Class => Status?.Class ?? Code / 100;

    /// <summary>The first reply of a text: one with a reply code counts before one with a status code alone.</summary>
    public static SmtpReply? Find(string text)
    {
        SmtpReply? statusOnly = null;
        var length = Math.Min(text.Length, MostText);
        for (var i = 0; i < length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var end = i;
            while (end < length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (StartsNumber(text, i))
            {
                if (end - i == 3 && text[i] is '4' or '5' && IsReplyCode(text, i, end))
                {
                    var code = (text[i] - '0') * 100 + (text[i + 1] - '0') * 10 + (text[i + 2] - '0');
                    return new SmtpReply(code, StatusNear(text, end), i);
                }

                if (end - i == 1 && statusOnly is null && text[i] is '4' or '5' && StatusAt(text, i) is { } status)
                {
                    statusOnly = new SmtpReply(0, status, i);
                }
            }

            i = end;
        }

        return statusOnly;
    }

    private static bool StartsNumber(string text, int at) =>
        at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-' or '/' or '_' or '@' or '+' or '%')
        || (text[at - 1] is '-' && at > 1 && text[at - 2] is ' ' or '-');

    private static bool IsReplyCode(string text, int start, int end)
    {
        if (end == text.Length)
        {
            return start == 0 || text[start - 1] is ' ' or ':' or '\n';
        }

        if (text[end] is not (' ' or '-' or '\n' or ':' or '#' or ',' or ';' or ')' or '.'))
        {
            return false;
        }

        if (text[end] is '.' or ')' or ':' or ',' or ';')
        {
            // "(#550)", "error 550." and "550: unknown user": only where a word speaks of a code, or the line begins so.
            return start == 0 || text[start - 1] is '\n' or '#' || EndsWithCodeWord(text.AsSpan(Math.Max(0, start - 16), Math.Min(16, start)));
        }

        if (text[end] is '-')
        {
            return end + 1 < text.Length && (char.IsAsciiLetterOrDigit(text[end + 1]) || text[end + 1] is ' ' or '<' or '\'')
                && StartsLineOrSpeech(text, start);
        }

        var next = text.AsSpan(end).TrimStart(" \t#-\n");
        if (next.IsEmpty)
        {
            return true;
        }

        foreach (var unit in Units)
        {
            if (next.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsLineOrSpeech(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        return before.IsEmpty || before[^1] is '\n' or ':' or '(' or '<' or '>' or ';' or '"' or '\'' || start < before.Length + 2;
    }

    private static bool EndsWithCodeWord(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd(" \t:(=#");
        return before.EndsWith("code", StringComparison.OrdinalIgnoreCase) || before.EndsWith("error", StringComparison.OrdinalIgnoreCase)
            || before.EndsWith("said", StringComparison.OrdinalIgnoreCase) || before.EndsWith("smtp", StringComparison.OrdinalIgnoreCase);
    }

    // "550 5.1.1 ...", "550-5.1.1", "550 #5.1.1", "550 sorry, no mailbox here by that name (#5.1.1)".
    private static EnhancedStatusCode? StatusNear(string text, int from)
    {
        var end = Math.Min(text.Length, from + 300);
        for (var i = from; i < end; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                if (StatusAt(text, i) is { } status && (i == from + 1 || StartsNumber(text, i)))
                {
                    return status;
                }

                while (i < end && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
                {
                    i++;
                }
            }
        }

        return null;
    }

    private static EnhancedStatusCode? StatusAt(string text, int at) =>
        at + 5 <= text.Length && text[at] is '2' or '4' or '5' && text[at + 1] == '.'
        && EnhancedStatusCode.TryParse(Trimmed(text.AsSpan(at, Math.Min(12, text.Length - at))), out var status)
            ? status
            : null;

    // A code at the end of a sentence has a full stop behind it, an address of a machine has a number behind that.
    private static ReadOnlySpan<char> Trimmed(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExcept(CodeCharacters);
        var code = end < 0 ? text : text[..end];
        return code.EndsWith(".") ? code[..^1] : end < 0 ? text : text[..(end + (char.IsAsciiLetter(text[end]) ? 1 : 0))];
    }
}
