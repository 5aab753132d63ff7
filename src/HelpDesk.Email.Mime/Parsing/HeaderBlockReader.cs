using HelpDesk.Email.Mime.Headers;
using HelpDesk.Email.Mime.Limits;
using HelpDesk.Email.Mime.Octets;

namespace HelpDesk.Email.Mime.Parsing;

/// <summary>Reads the header of one part, line by line, up to the empty line, a boundary, or what can't be a header.</summary>
internal sealed class HeaderBlockReader(OctetWindow window, OctetSource source, BoundaryStack boundaries, MailReadingLimits limits, DefectLog defects)
{
    // What must be visible of a line to judge it: more than the longest boundary line or header name.
    private const int Sight = 1024;

    // A longer line between fields is no slip of a program: the body begins there. It is also what a window always shows whole.
    private const int LongestRubbish = 16 * Sight;

    private readonly byte _lineEnd = LineEnd(window);
    private int _keptInAll;

    /// <summary>The octet that ends lines: CR where the message never heard of LF.</summary>
    public byte Terminator => _lineEnd;

    /// <summary>Reads a header and leaves the window at the first octet of the body.</summary>
    public void Read(PartNode node, bool root)
    {
        if (root)
            SkipLeadingRubbish();

        var state = new HeaderBlock(window.Position, source.InMemory, limits, _keptInAll);
        while (true)
        {
            var line = VisibleLine(out var length);
            if (length == 0)
            {
                if (state.Started)
                    defects.Add(MailDefectKind.MalformedHeader, "header without an end");
                break;
            }

            if (IsBlank(line))
            {
                window.Advance(length);
                break;
            }

            if (state.Started && line[0] is (byte)' ' or (byte)'\t' && state.HasFields)
            {
                Take(state, line, length, colon: -2);
                continue;
            }

            if (line.StartsWith("--"u8) && (EndsHere(line) || state.Announces(TrimEnd(line), source)))
            {
                defects.Add(MailDefectKind.MalformedHeader, "header without an end");
                break;
            }

            var colon = FieldColon(line);
            if (colon < 0 && !IsRubbish(line, length, state, root))
            {
                if (state.Started)
                    defects.Add(MailDefectKind.MalformedHeader, "header without an end");
                break;
            }

            if (colon < 0)
                defects.Add(MailDefectKind.MalformedHeader, "line in header that is no field");
            Take(state, line, length, colon);
        }

        state.Finish(node, source, defects);
        if (!source.InMemory)
            _keptInAll += node.HeaderBlock.Length;
        node.BodyStart = window.Position;
    }

    /// <summary>The next line as far as it can be seen, with its line end; its length is zero at the end of the source.</summary>
    private ReadOnlySpan<byte> VisibleLine(out int length)
    {
        var unread = window.Unread;
        var end = unread.IndexOf(_lineEnd);
        if (end < 0)
        {
            while (end < 0 && window.Fill())
                end = window.Unread.IndexOf(_lineEnd);
            unread = window.Unread;
        }

        length = end < 0 ? unread.Length : end + 1;
        return unread[..length];
    }

    private void Take(HeaderBlock state, ReadOnlySpan<byte> line, int length, int colon)
    {
        state.Add(line, colon);
        var ended = line[^1] == _lineEnd;
        window.Advance(length);
        while (!ended)
        {
            // A line longer than the window: the rest of it belongs to the same field.
            line = VisibleLine(out length);
            if (length == 0)
                return;
            state.Add(line, colon: -2);
            ended = line[^1] == _lineEnd;
            window.Advance(length);
        }
    }

    /// <summary>Whether a line that is no field stands between fields, so that the header goes on behind it.</summary>
    private bool IsRubbish(ReadOnlySpan<byte> line, int length, HeaderBlock state, bool root)
    {
        if (root && !state.HasFields && (line.StartsWith("From "u8) || line.StartsWith(">From "u8)))
            return true;
        if ((!state.HasFields && !root) || length > LongestRubbish)
            return false;
        window.Ensure(length + (2 * Sight));
        var next = FirstLine(window.Unread[length..]);
        if (next.IsEmpty)
            return false;
        if (IsBlank(next))
            return state.HasFields && !IsAllThereIs(window.Unread[(length + next.Length)..]);
        return FieldColon(next) > 0 || (state.HasFields && next[0] is (byte)' ' or (byte)'\t');
    }

    /// <summary>Whether no body follows: then the line before was it, and what is missing is the empty line above.</summary>
    private bool IsAllThereIs(ReadOnlySpan<byte> rest)
    {
        var more = rest.Length > Sight;
        rest = rest[..Math.Min(rest.Length, Sight)].TrimStart("\r\n \t"u8);
        if (rest.IsEmpty)
            return !more && window.HasAll;
        return rest.StartsWith("--"u8) && EndsHere(FirstLine(rest));
    }

    /// <summary>Whether a line is a boundary of a multipart that is open.</summary>
    private bool EndsHere(ReadOnlySpan<byte> line) => boundaries.Count > 0 && boundaries.Match(TrimEnd(line), out _, out _);

    private ReadOnlySpan<byte> FirstLine(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, Sight)];
        var end = text.IndexOf(_lineEnd);
        return end < 0 ? text : text[..(end + 1)];
    }

    private void SkipLeadingRubbish()
    {
        window.Ensure(Sight);
        if (window.Unread.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            defects.Add(MailDefectKind.LeadingRubbish, "byte order mark before the header");
            window.Advance(3);
        }

        // Empty lines before a header are a transport's doing; empty lines before anything else are an empty header.
        var blanks = window.Unread.IndexOfAnyExcept((byte)'\r', (byte)'\n');
        if (blanks <= 0 || blanks > Sight / 2)
            return;
        var line = window.Unread[blanks..];
        line = line[..Math.Min(line.Length, Sight)];
        var end = line.IndexOf(_lineEnd);
        if (end < 0 || FieldColon(line[..(end + 1)]) <= 0)
            return;
        defects.Add(MailDefectKind.LeadingRubbish, "empty lines before the header");
        window.Advance(blanks);
    }

    private bool IsBlank(ReadOnlySpan<byte> line) =>
        line[0] == _lineEnd || (line[0] == '\r' && line.IndexOfAnyExcept((byte)'\r', (byte)'\n') < 0);

    /// <summary>Where the colon after a field name stands, or -1 when the line does not start with a field name (RFC 5322 section 2.2).</summary>
    private static int FieldColon(ReadOnlySpan<byte> line)
    {
        // No name is as long as that, and a window may not show more of the line.
        line = line[..Math.Min(line.Length, Sight)];
        var end = line.IndexOfAnyExceptInRange((byte)'!', (byte)'~');
        var name = end < 0 ? line : line[..end];
        var colon = name.IndexOf((byte)':');
        if (colon >= 0)
            return colon == 0 ? -1 : colon;
        if (end <= 0)
            return -1;
        // White space before the colon is obsolete, but allowed (section 4.5.3).
        var rest = line[end..].TrimStart(" \t"u8);
        return rest.StartsWith(":"u8) ? line.Length - rest.Length : -1;
    }

    private static ReadOnlySpan<byte> TrimEnd(ReadOnlySpan<byte> line) => line.TrimEnd("\r\n"u8);

    private static byte LineEnd(OctetWindow window)
    {
        window.Ensure(Sight);
        var unread = window.Unread;
        if (unread.Contains((byte)'\n') || !unread.Contains((byte)'\r'))
            return (byte)'\n';
        while (window.Fill())
        {
            if (window.Unread.Contains((byte)'\n'))
                return (byte)'\n';
        }

        return (byte)'\r';
    }
}
