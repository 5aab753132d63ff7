using System.Text;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>The words of a reply (RFC 5321 section 4.2, RFC 2034).</summary>
internal static class SmtpReplyText
{
    /// <summary>Takes them apart: the enhanced code, where there is one of the same class, and the lines joined without it.</summary>
    public static (string? EnhancedStatusCode, string Text) Read(int code, IReadOnlyList<string> lines)
    {
        var enhanced = EnhancedCode(code, lines[0]);
        var words = new StringBuilder();
        foreach (var text in lines)
        {
            var own = enhanced is not null && text.StartsWith(enhanced, StringComparison.Ordinal) ? text[enhanced.Length..] : text;
            words.Append(' ').Append(own.Trim());
        }

        return (enhanced, ServerText.Shorten(words.ToString()));
    }

    // RFC 2034 section 4: class, subject and detail, of the same class as the reply.
    private static string? EnhancedCode(int code, string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var first = end < 0 ? text : text[..end];
        var numbers = first.Split('.');
        return numbers.Length == 3 && numbers[0].Length == 1 && numbers[0][0] - '0' == code / 100 && numbers.All(number => number.Length is >= 1 and <= 3 && number.All(char.IsAsciiDigit))
            ? first
            : null;
    }
}
