using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>Passes over body octets to the next boundary of any open multipart.</summary>
internal sealed class BodyScanner(OctetWindow window, BoundaryStack boundaries, byte terminator)
{
    private const int LongestLine = 1024;
    private readonly byte[] _pattern = [terminator, (byte)'-', (byte)'-'];
    private readonly byte[] _tail = new byte[2];

    /// <summary>Goes on from the start of a line.</summary>
    public Delimiter Next()
    {
        if (boundaries.Count == 0)
            return SkipAll();
        _tail.AsSpan().Clear();
        var bodyStart = window.Position;
        var atLineStart = true;
        while (true)
        {
            if (atLineStart)
            {
                window.Ensure(LongestLine);
                var end = window.Position - LineEndBefore(window.Position - bodyStart);
                if (window.Unread.StartsWith("--"u8) && TryMatch(out var level, out var closing))
                    return new Delimiter(level, closing, end);
            }

            var unread = window.Unread;
            // The line end that was passed last does not stand before us any more; the search starts with what is unread.
            var hit = unread.IndexOf(_pattern);
            if (hit >= 0)
            {
                Pass(hit + 1);
                atLineStart = true;
                continue;
            }

            atLineStart = false;
            if (window.HasAll)
                return SkipAll();
            // The last two octets may be the start of a pattern.
            Pass(Math.Max(0, unread.Length - 2));
            if (!window.Fill())
                return SkipAll();
        }
    }

    private bool TryMatch(out int level, out bool closing)
    {
        var line = window.Unread;
        line = line[..Math.Min(line.Length, LongestLine)];
        var end = line.IndexOf(terminator);
        var text = end < 0 ? line : line[..end];
        if (!boundaries.Match(text, out level, out closing))
        {
            if (!boundaries.Resumes(text) && !boundaries.Adopt(text))
                return false;
            level = boundaries.Count - 1;
        }

        Pass(end < 0 ? line.Length : end + 1);
        return true;
    }

    /// <summary>How many octets before the window are the line end that belongs to the boundary (RFC 2046 section 5.1.1).</summary>
    private int LineEndBefore(long passed)
    {
        if (passed >= 1 && _tail[1] == terminator)
            return passed >= 2 && terminator == '\n' && _tail[0] == '\r' ? 2 : 1;
        return 0;
    }

    private void Pass(int count)
    {
        var unread = window.Unread;
        if (count >= 2)
            unread.Slice(count - 2, 2).CopyTo(_tail);
        else if (count == 1)
            (_tail[0], _tail[1]) = (_tail[1], unread[0]);
        window.Advance(count);
    }

    private Delimiter SkipAll()
    {
        // A closing boundary that sticks to the last line, as some generators leave the line end out.
        var rest = window.Unread.TrimEnd("\r\n \t"u8);
        if (window.HasAll && rest.EndsWith("--"u8) && boundaries.EndsWithClosing(rest, out var level, out var length))
        {
            var end = window.Position + rest.Length - length;
            window.SkipToEnd();
            return new Delimiter(level, true, end);
        }

        window.SkipToEnd();
        return new Delimiter(-1, false, window.Position);
    }
}
