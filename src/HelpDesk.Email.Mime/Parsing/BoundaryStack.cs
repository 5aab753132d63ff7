namespace HelpDesk.Email.Mime.Parsing;

/// <summary>The multiparts that are open, outermost first, and which of them a line belongs to.</summary>
internal sealed class BoundaryStack
{
    private const int MostLapsed = 8;
    private readonly List<OpenMultipart> _open = [];
    private readonly List<OpenMultipart> _lapsed = [];

    public int Count => _open.Count;

    public OpenMultipart this[int level] => _open[level];

    public void Push(OpenMultipart multipart) => _open.Add(multipart);

    public OpenMultipart Pop()
    {
        var last = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        return last;
    }

    /// <summary>
    /// Whether multiparts that a boundary further out cut off may go on: while text is passed, but not in an attached message, which
    /// may be a copy of the one that it stands in.
    /// </summary>
    public bool MayResume { get; set; }

    /// <summary>Keeps a multipart in mind whose closing boundary did not come before one further out.</summary>
    public void Lapse(OpenMultipart multipart)
    {
        if (_lapsed.Count < MostLapsed && multipart.Boundary is not null)
            _lapsed.Add(multipart);
    }

    /// <summary>Forgets the multiparts that were cut off: the one around them is closed.</summary>
    public void ForgetLapsed() => _lapsed.Clear();

    /// <summary>
    /// Whether a line is the boundary of a multipart that was cut off. What follows is a part of the multipart around it: there it
    /// stands behind what came in between.
    /// </summary>
    public bool Resumes(ReadOnlySpan<byte> line)
    {
        if (!MayResume || _lapsed.Count == 0 || _open.Count == 0)
            return false;
        var text = line[2..].TrimEnd(" \t\r"u8);
        foreach (var lapsed in _lapsed)
        {
            if (text.StartsWith(lapsed.Boundary) && (text.Length == lapsed.Boundary!.Length || text[lapsed.Boundary.Length..].SequenceEqual("--"u8)))
                return true;
        }

        return false;
    }

    /// <summary>Finds the multipart whose boundary a line is, the innermost first.</summary>
    /// <param name="line">The line without its line end; starts with two hyphens.</param>
    /// <param name="level">The place of the multipart.</param>
    /// <param name="closing">Whether it is the closing boundary.</param>
    public bool Match(ReadOnlySpan<byte> line, out int level, out bool closing)
    {
        var text = line[2..].TrimEnd(" \t\r"u8);
        for (level = _open.Count - 1; level >= 0; level--)
        {
            var boundary = _open[level].Boundary;
            if (boundary is null || !text.StartsWith(boundary))
                continue;
            var rest = text[boundary.Length..];
            closing = rest.SequenceEqual("--"u8);
            if (closing || rest.IsEmpty)
                return true;
        }

        closing = false;
        return false;
    }

    /// <summary>Finds the open multipart whose closing boundary ends a text, though not on a line of its own.</summary>
    public bool EndsWithClosing(ReadOnlySpan<byte> text, out int level, out int length)
    {
        for (level = _open.Count - 1; level >= 0; level--)
        {
            var boundary = _open[level].Boundary;
            length = boundary is null ? 0 : boundary.Length + 4;
            if (boundary is not null && !_open[level].Closed && text[..^2].EndsWith(boundary) && text[..^(length - 2)].EndsWith("--"u8))
                return true;
        }

        length = 0;
        return false;
    }

    /// <summary>Takes the boundary of an innermost multipart that gave none from a line that looks like one.</summary>
    public bool Adopt(ReadOnlySpan<byte> line)
    {
        if (_open.Count == 0 || _open[^1].Boundary is not null)
            return false;
        var text = line[2..].TrimEnd(" \t\r"u8);
        if (text.IsEmpty || text.Length > 200 || text.IndexOfAny(" \t"u8) >= 0 || text.IndexOfAnyExcept((byte)'-') < 0)
            return false;
        _open[^1].Boundary = text.ToArray();
        return true;
    }
}
