using System.Buffers;

namespace HelpDesk.Email.Html.Tokens;

/// <summary>Turns source text into the characters it stands for: references decoded, line ends one character.</summary>
internal static class HtmlDecoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&\r\0");

    /// <summary>Whether the text stands for itself.</summary>
    internal static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAny(Special);

    /// <summary>Decodes an attribute's value; a text that stands for itself is returned as it is.</summary>
    /// <param name="text">The value as it stands in the source.</param>
    /// <param name="buffer">Holds the result if there was something to decode. What it held is lost.</param>
    internal static ReadOnlySpan<char> DecodeValue(ReadOnlySpan<char> text, scoped ref CharBuffer buffer)
    {
        if (IsPlain(text)) return text;
        buffer.Truncate(0);
        Span<char> reference = stackalloc char[2];
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOfAny(Special);
            if (next < 0) break;
            buffer.Append(text.Slice(at, next));
            at += next;
            switch (text[at])
            {
                case '&':
                    var length = CharacterReference.Decode(text, at, inAttribute: true, reference, out var written);
                    if (length == 0)
                    {
                        buffer.Append('&');
                        at++;
                    }
                    else
                    {
                        buffer.Append(reference[..written]);
                        at += length;
                    }

                    break;
                case '\r':
                    buffer.Append('\n');
                    at++;
                    if (at < text.Length && text[at] == '\n') at++;
                    break;
                default:
                    buffer.Append('\uFFFD');
                    at++;
                    break;
            }
        }

        buffer.Append(text[at..]);
        return buffer.Written;
    }
}
