namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Line ends of decoded text.</summary>
internal static class TextLines
{
    /// <summary>Makes every line end <c>\n</c> and drops NUL, in place.</summary>
    public static Span<char> Normalise(Span<char> text)
    {
        var first = text.IndexOfAny('\r', '\0');
        if (first < 0)
            return text;
        var write = first;
        var read = first;
        while (read < text.Length)
        {
            var c = text[read];
            if (c == '\r')
            {
                // CR LF, bare CR, and the CR CR LF that some gateways make.
                var next = read + 1;
                while (next < text.Length && text[next] == '\r' && next - read < 2 && next + 1 < text.Length && text[next + 1] == '\n')
                    next++;
                if (next < text.Length && text[next] == '\n')
                    next++;
                text[write++] = '\n';
                read = next;
            }
            else if (c == '\0')
            {
                read++;
            }

            var run = text[read..];
            var length = run.IndexOfAny('\r', '\0');
            if (length < 0)
                length = run.Length;
            run[..length].CopyTo(text[write..]);
            write += length;
            read += length;
        }

        return text[..write];
    }
}
