using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Text;

/// <summary>
/// Lays characters out in lines as a browser would: white space collapsed, breaks only where something follows,
/// quotations and list items with their prefixes.
/// </summary>
internal ref struct LineWriter
{
    private const int MostBlankLines = 2;

    private CharBuffer _out;
    private LinePrefix _prefix;
    private int _pendingSpaces;
    private int _blankLines;
    private int _marginPrefix;
    private bool _isLineOpen;
    private bool _isLineOver;
    private bool _wantsMargin;
    private bool _wantsTab;
    private bool _isAfterSpace;
    private int _lines;
    private int _lineStart;

    internal LineWriter(int capacity)
    {
        _out = new CharBuffer(capacity);
        _prefix = new LinePrefix();
    }

    /// <summary>How much is written, for <see cref="TextSince"/>.</summary>
    internal readonly int Length => _out.Length;

    internal readonly ReadOnlySpan<char> TextSince(int start) => _out.Written[Math.Min(start, _out.Length)..];

    /// <summary>The number of the line that is written on.</summary>
    internal readonly int Line => _lines;

    internal void EnterQuote()
    {
        BreakForPrefix();
        _prefix.PushQuote();
    }

    internal void EnterItem(string marker)
    {
        BreakForPrefix();
        _prefix.PushItem(marker);
    }

    internal void LeavePrefix()
    {
        BreakForPrefix();
        _prefix.Pop();
        _marginPrefix = Math.Min(_marginPrefix, _prefix.Count);
    }

    /// <summary>Characters that are neither white space nor anything else with a meaning.</summary>
    internal void Append(scoped ReadOnlySpan<char> visible)
    {
        if (visible.Length == 0) return;
        BeginContent();
        _out.Append(visible);
    }

    internal void Append(char visible)
    {
        BeginContent();
        _out.Append(visible);
    }

    /// <summary>White space that collapses.</summary>
    internal void Space()
    {
        if (_isAfterSpace || !_isLineOpen || _isLineOver) return;
        _pendingSpaces++;
        _isAfterSpace = true;
    }

    /// <summary>A space that stays, if anything follows it on its line.</summary>
    internal void HardSpace()
    {
        if (_isLineOver) FinishLine();
        _pendingSpaces++;
        _isAfterSpace = false;
    }

    /// <summary>Ends the line at a block's edge; does nothing where a line has only just begun.</summary>
    internal void Break()
    {
        if (_wantsTab) return;
        if (_isLineOpen) _isLineOver = true;
        else if (_pendingSpaces > 0) BlankLine();
    }

    /// <summary>A line break that is seen: on an empty line it makes a blank one.</summary>
    internal void HardBreak()
    {
        _wantsTab = false;
        if (_isLineOver) FinishLine();
        if (_isLineOpen) _isLineOver = true;
        else BlankLine();
    }

    /// <summary>Ends the line and leaves one blank before what follows.</summary>
    internal void Margin()
    {
        if (_wantsTab) return;
        Break();
        if (!_wantsMargin) _marginPrefix = _prefix.Count;
        _wantsMargin = true;
        _marginPrefix = Math.Min(_marginPrefix, _prefix.Count);
    }

    /// <summary>The next cell begins: on the same line if the last one left it on the row's first line.</summary>
    internal void NextCell(int rowLine)
    {
        if (!_isLineOpen || _lines != rowLine)
        {
            Break();
            return;
        }

        _isLineOver = false;
        _wantsMargin = false;
        _wantsTab = true;
    }

    /// <summary>The row's last cell has ended.</summary>
    internal void EndRow()
    {
        _wantsTab = false;
        Break();
    }

    public override readonly string ToString() => _out.Written.TrimEnd('\n').ToString();

    internal void Finish()
    {
        if (_isLineOpen) FinishLine();
    }

    internal void Dispose() => _out.Dispose();

    // A line has one prefix from its beginning to its end, also within a table.
    private void BreakForPrefix()
    {
        _wantsTab = false;
        if (_isLineOpen) FinishLine();
        else if (_pendingSpaces > 0) BlankLine();
    }

    private void BeginContent()
    {
        if (_isLineOver) FinishLine();
        if (!_isLineOpen) BeginLine();
        else if (_wantsTab) Tab();
        if (_pendingSpaces > 0) _out.Append(' ', _pendingSpaces);
        _pendingSpaces = 0;
        _isAfterSpace = false;
    }

    private void Tab()
    {
        _out.Append('\t');
        _wantsTab = false;
        _pendingSpaces = 0;
    }

    private void BeginLine()
    {
        if (_wantsMargin && _blankLines == 0 && _lines > 0)
        {
            _prefix.Write(ref _out, _marginPrefix);
            EndWithNewLine();
        }

        _wantsMargin = false;
        _wantsTab = false;
        _blankLines = 0;
        _prefix.Write(ref _out);
        _lineStart = _out.Length;
        _isLineOpen = true;
    }

    private void FinishLine()
    {
        // The space behind two dashes alone makes them the mark of a signature (RFC 3676, section 4.3).
        var isSignatureMark = _pendingSpaces > 0 && _out.Written[_lineStart..] is "--";
        EndWithNewLine();
        if (isSignatureMark)
        {
            _out.Truncate(_out.Length - 1);
            _out.Append(" \n");
        }

        _isLineOpen = false;
        _isLineOver = false;
        _isAfterSpace = false;
        _pendingSpaces = 0;
    }

    private void BlankLine()
    {
        _pendingSpaces = 0;
        _isAfterSpace = false;
        _wantsMargin = false;
        if (_lines == 0 || _blankLines >= MostBlankLines) return;
        _blankLines++;
        _prefix.Write(ref _out);
        EndWithNewLine();
    }

    private void EndWithNewLine()
    {
        var length = _out.Length;
        while (length > 0 && _out.Written[length - 1] is ' ' or '\t') length--;
        _out.Truncate(length);
        _out.Append('\n');
        _lines++;
    }
}
