using System.Buffers;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Text;

/// <summary>Cuts source text into what is seen, white space, and characters that only fill.</summary>
internal struct TextScanner
{
    private const string SpacesAndFillers =
        " \t\n\f\r\u00A0&\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016"
        + "\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F\u00AD\u034F\u200B\u2060\uFEFF";

    private static readonly SearchValues<char> Notable = SearchValues.Create(SpacesAndFillers);

    /// <summary>Whether a line feed that comes first is left out, as after the tag pre.</summary>
    internal bool SkipsLineFeed { get; set; }

    internal void Write(scoped ReadOnlySpan<char> text, bool isRaw, bool isPreformatted, scoped ref LineWriter lines)
    {
        var skipsLineFeed = SkipsLineFeed;
        if (text.Length > 0) SkipsLineFeed = false;
        Span<char> reference = stackalloc char[2];
        while (true)
        {
            var next = text.IndexOfAny(Notable);
            if (next < 0) break;
            if (next > 0) skipsLineFeed = false;
            lines.Append(text[..next]);
            text = text[next..];
            if (text[0] == '&' && !isRaw)
            {
                var length = CharacterReference.Decode(text, 0, inAttribute: false, reference, out var written);
                if (length == 0) lines.Append('&');
                else if (!skipsLineFeed || reference[0] != '\n') WriteDecoded(reference[..written], isPreformatted, ref lines);
                text = text[Math.Max(length, 1)..];
            }
            else
            {
                var length = text is ['\r', '\n', ..] ? 2 : 1;
                if (!skipsLineFeed || text[0] is not ('\r' or '\n')) WriteOne(text[0], isPreformatted, ref lines);
                text = text[length..];
            }

            skipsLineFeed = false;
        }

        lines.Append(text);
    }

    private static void WriteDecoded(scoped ReadOnlySpan<char> decoded, bool isPreformatted, scoped ref LineWriter lines)
    {
        if (decoded.Length == 1) WriteOne(decoded[0], isPreformatted, ref lines);
        else lines.Append(decoded);
    }

    private static void WriteOne(char c, bool isPreformatted, scoped ref LineWriter lines)
    {
        switch (c)
        {
            case '\n' or '\r' when isPreformatted:
                lines.HardBreak();
                break;
            case '\t' when isPreformatted:
                lines.Append(c);
                break;
            case ' ' when isPreformatted:
            case '\u00A0':
                lines.HardSpace();
                break;
            case ' ' or '\t' or '\n' or '\f' or '\r':
                lines.Space();
                break;
            default:
                if (!SpacesAndFillers.Contains(c) || c == '&') lines.Append(c);
                break;
        }
    }
}
