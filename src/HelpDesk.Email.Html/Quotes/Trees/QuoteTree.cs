using HelpDesk.Email.Html.Quotes.Words;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>A mail as a list of nodes and a list of lines. Plain text is a tree too, of one leaf a line.</summary>
internal sealed class QuoteTree : IDisposable
{
    private const int MostBlankLines = 8;
    private const int LongestJoined = 512;

    private readonly PooledList<QuoteNode> _nodes = new();
    private readonly PooledList<QuoteLine> _lines = new();
    private char[]? _joined;

    /// <summary>What the lines are pieces of: the source itself if <see cref="IsPlainText"/>.</summary>
    internal string Text { get; set; } = "";

    /// <summary>Whether there are no elements, only lines.</summary>
    internal bool IsPlainText { get; set; }

    internal Span<QuoteNode> Nodes => _nodes.Items;

    internal Span<QuoteLine> Lines => _lines.Items;

    internal int NodeCount => _nodes.Count;

    internal int LineCount => _lines.Count;

    internal int Add(in QuoteNode node) => _nodes.Add(node);

    internal int Add(in QuoteLine line) => _lines.Add(line);

    internal ReadOnlySpan<char> TextOf(int line) => Text.AsSpan(_lines[line].TextStart, _lines[line].TextLength);

    /// <summary>The labels of a line that begins with one; read once, for every block is looked at from each of its lines.</summary>
    internal HeaderLabels LabelsOf(int line) => _lines[line].Labels ??= LineReader.LabelsOf(TextOf(line));

    /// <summary>The text of several lines as if it stood in one; only its beginning if it is long. Holds until it is asked for again.</summary>
    internal ReadOnlySpan<char> TextOf(int first, int last)
    {
        if (first == last) return TextOf(first);
        if (!IsPlainText)
        {
            var start = _lines[first].TextStart;
            return Text.AsSpan(start, _lines[last].TextStart + _lines[last].TextLength - start);
        }

        _joined ??= new char[LongestJoined];
        var length = 0;
        for (var line = first; line <= last && length < LongestJoined; line++)
        {
            var text = TextOf(line);
            if (text.Length == 0) continue;
            if (length > 0) _joined[length++] = ' ';
            text = text[..Math.Min(text.Length, LongestJoined - length)];
            text.CopyTo(_joined.AsSpan(length));
            length += text.Length;
        }

        return _joined.AsSpan(0, length);
    }

    /// <summary>What stands before quoted lines besides the usual sign, where that is known: initials and the sign, as The Bat! writes.</summary>
    internal string? Initials { get; set; }

    /// <summary>Whether a sign of quotation stands before the line.</summary>
    internal bool IsQuoted(int line) =>
        _lines[line].TextLength > 0
        && (Text[_lines[line].TextStart] == '>' || (Initials is not null && TextOf(line).StartsWith(Initials, StringComparison.Ordinal)));

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
