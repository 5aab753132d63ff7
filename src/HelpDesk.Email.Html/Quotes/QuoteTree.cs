namespace HelpDesk.Email.Html.Quotes;

/// <summary>A mail as a list of nodes and a list of lines.</summary>
internal sealed class QuoteTree : IDisposable
{
    private const int MostBlankLines = 8;

    private readonly PooledList<QuoteNode> _nodes = new();
    private readonly PooledList<QuoteLine> _lines = new();

    internal string Text { get; set; } = "";

    internal Span<QuoteNode> Nodes => _nodes.Items;

    internal Span<QuoteLine> Lines => _lines.Items;

    internal int NodeCount => _nodes.Count;

    internal int LineCount => _lines.Count;

    internal int Add(in QuoteNode node) => _nodes.Add(node);

    internal int Add(in QuoteLine line) => _lines.Add(line);

    internal ReadOnlySpan<char> TextOf(int line) => Text.AsSpan(_lines[line].TextStart, _lines[line].TextLength);

    /// <summary>The labels of a line that begins with one; read once, for every block is looked at from each of its lines.</summary>
    internal HeaderLabels LabelsOf(int line) => _lines[line].Labels ??= LineReader.LabelsOf(TextOf(line));

    /// <summary>The text of several lines as if it stood in one.</summary>
    internal ReadOnlySpan<char> TextOf(int first, int last)
    {
        var start = _lines[first].TextStart;
        return Text.AsSpan(start, _lines[last].TextStart + _lines[last].TextLength - start);
    }

    /// <summary>The next line after it with something to be seen, or the count of lines.</summary>
    internal int NextSeen(int line)
    {
        do line++;
        while (line < _lines.Count && (_lines[line].IsBlank || _lines[line].IsRule));
        return line;
    }

    /// <summary>The nearest line before it with something to be seen, or -1 if there are only empty ones near it.</summary>
    internal int PreviousSeen(int line)
    {
        for (var passed = 0; passed < MostBlankLines && --line >= 0; passed++)
        {
            if (!_lines[line].IsBlank && !_lines[line].IsRule) return line;
        }

        return -1;
    }

    public void Dispose()
    {
        _nodes.Dispose();
        _lines.Dispose();
    }
}
