using System.Buffers;
using System.Globalization;
using System.Text;

namespace HelpDesk.Email.Protocols.Listener;

/// <summary>Reads <c>&lt;path&gt;</c> of MAIL and RCPT (RFC 5321 section 4.1.2, RFC 6531 section 3.3).</summary>
/// <remarks>
/// Strict where two readers could differ: the angle brackets must be there, nothing may stand between them and the
/// address, and no control, format or line-separating character passes. Lenient where old mail systems are: a local
/// part may have dots anywhere. A source route is read and forgotten (RFC 5321 appendix C).
/// </remarks>
internal static class SmtpPathParser
{
    /// <summary>The longest address, in characters: 64 for the local part, the <c>@</c>, 255 for the domain.</summary>
    private const int MaxLength = 320;

    private static readonly SearchValues<char> AtomPunctuation = SearchValues.Create("!#$%&'*+-/=?^_`{|}~.");

    /// <summary>Reads a path at the start of a text.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SmtpPath path)
    {
        path = default;
        var start = text.Length - text.TrimStart(' ').Length;
        if (start == text.Length || text[start] != '<')
        {
            return false;
        }

        var at = start + 1;
        if (!SkipSourceRoute(text, ref at))
        {
            return false;
        }

        if (at < text.Length && text[at] == '>')
        {
            path = new SmtpPath(string.Empty, HasDomain: false, at + 1);
            return at == start + 1;
        }

        if (!TryReadLocalPart(text, ref at, out var address))
        {
            return false;
        }

        var hasDomain = at < text.Length && text[at] == '@';
        if (hasDomain)
        {
            var domain = at + 1;
            if (!SkipDomain(text, ref domain))
            {
                return false;
            }

            address += text[at..domain].ToString();
            at = domain;
        }

        if (at >= text.Length || text[at] != '>' || address.Length > MaxLength)
        {
            return false;
        }

        path = new SmtpPath(address, hasDomain, at + 1);
        return true;
    }

    private static bool SkipSourceRoute(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] != '@')
        {
            return true;
        }

        do
        {
            at++;
            if (at >= text.Length || text[at - 1] != '@' || !SkipDomain(text, ref at) || at >= text.Length)
            {
                return false;
            }
        }
        while (text[at] == ',' && ++at < text.Length);

        return at < text.Length && text[at++] == ':';
    }

    private static bool TryReadLocalPart(ReadOnlySpan<char> text, ref int at, out string localPart)
    {
        if (at < text.Length && text[at] == '"')
        {
            return TryReadQuoted(text, ref at, out localPart);
        }

        var start = at;
        while (at < text.Length && IsAtom(text[at]))
        {
            at++;
        }

        localPart = text[start..at].ToString();
        return at > start;
    }

    private static bool TryReadQuoted(ReadOnlySpan<char> text, ref int at, out string localPart)
    {
        localPart = string.Empty;
        var content = new StringBuilder();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\' && ++at == text.Length)
            {
                return false;
            }

            if (!IsVisible(text[at]) && text[at] != ' ')
            {
                return false;
            }

            content.Append(text[at]);
        }

        if (at >= text.Length || content.Length == 0)
        {
            return false;
        }

        at++;

        // "support"@x and support@x are one mailbox (RFC 5321 section 4.1.2): quotes stay only where they are needed.
        var plain = content.ToString();
        localPart = plain.All(IsAtom) ? plain : $"\"{plain.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
        return true;
    }

    private static bool SkipDomain(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        if (at < text.Length && text[at] == '[')
        {
            while (++at < text.Length && text[at] != ']')
            {
                if (!IsVisible(text[at]) || text[at] is '[' or '\\' or '<' or '>')
                {
                    return false;
                }
            }

            return at < text.Length && ++at > start + 2;
        }

        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '-' or '_' or '.' || (text[at] > 0x7F && IsVisible(text[at]))))
        {
            at++;
        }

        var domain = text[start..at];
        return domain.Length > 0 && domain[0] != '.' && domain[^1] != '.' && domain.IndexOf("..", StringComparison.Ordinal) < 0;
    }

    private static bool IsAtom(char c) =>
        char.IsAsciiLetterOrDigit(c) || AtomPunctuation.Contains(c) || (c > 0x7F && IsVisible(c));

    // Beyond ASCII everything that shows: no C1 controls, no line or paragraph separators, no bidi or zero-width signs.
    private static bool IsVisible(char c) => c is > ' ' and < '\u007F' || (c > 0x7F && CharUnicodeInfo.GetUnicodeCategory(c)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator));
}
