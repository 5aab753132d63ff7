namespace HelpDesk.Email.Mime.Encodings;

/// <summary>Joins the lines of format=flowed text (RFC 3676 section 4), in place.</summary>
internal static class FlowedText
{
    public static Span<char> Unwrap(Span<char> text, bool deleteSpaces)
    {
        var write = 0;
        var read = 0;
        var flowing = false;
        var lastDepth = 0;
        while (read < text.Length)
        {
            var rest = text[read..];
            var length = rest.IndexOf('\n');
            var ended = length >= 0;
            if (!ended)
                length = rest.Length;
            var line = rest[..length];
            read += length + (ended ? 1 : 0);

            var depth = line.IndexOfAnyExcept('>');
            if (depth < 0)
                depth = line.Length;
            var content = line[depth..];
            if (content.Length > 0 && content[0] == ' ')
                content = content[1..];
            var signature = content.SequenceEqual("-- ");

            if (flowing && depth == lastDepth && !signature)
            {
                // The line before ended soft: take its line end away, and the space that was only a mark.
                write -= deleteSpaces ? 2 : 1;
                line = content;
            }
            else if (depth == 0)
            {
                line = content;
            }

            line.CopyTo(text[write..]);
            write += line.Length;
            flowing = content.Length > 0 && content[^1] == ' ' && !signature && ended;
            lastDepth = depth;
            if (ended)
                text[write++] = '\n';
        }

        return text[..write];
    }
}
