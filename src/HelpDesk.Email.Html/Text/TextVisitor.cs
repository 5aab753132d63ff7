using System.Globalization;
using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Styles;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Text;

/// <summary>Writes the text of the elements it is told of.</summary>
internal ref struct TextVisitor : INodeVisitor, IDisposable
{
    private readonly TextRules _rules;
    private LineWriter _lines;
    private ListCounters _lists = new();
    private TextScanner _scanner;
    private int _hidden;
    private int _preformatted;
    private bool _isZeroFont;
    private int _rowLine;
    private int _linkStart;
    private string? _link;

    internal TextVisitor(int capacity, TextRules rules)
    {
        _lines = new LineWriter(capacity);
        _rules = rules;
    }

    public static bool SeesUnknown => true;

    public readonly void At(int start, int end, ElementId? ended)
    {
    }

    public bool Enter(scoped ref HtmlTokenizer tokens, scoped ref OpenElement element)
    {
        element.TagStart = tokens.Start;
        element.TagLength = tokens.End - tokens.Start;
        var visibility = VisibilityReader.Read(ref tokens);
        element.State = (int)visibility;
        if (element.Id == ElementId.P && tokens.TryGetAttribute("class", out var style) && style.StartsWith("Mso", StringComparison.Ordinal))
            element.State |= (int)Visibility.NoMargin;
        if (_hidden == 0 && (visibility & Visibility.Hidden) == 0)
        {
            if (element.Id is ElementId.Ol) _lists.NextStart = NumberOf(ref tokens, "start");
            else if (element.Id is ElementId.Li) _lists.NextValue = NumberOf(ref tokens, "value");
            else if (element.Id is ElementId.A && _rules.ShowsLinks) _link = LinkText.UrlOf(ref tokens);
        }

        Begin(ref element);
        return true;
    }

    public void EnterImplied(scoped ref OpenElement element) => Begin(ref element);

    public bool Reopen(scoped ref OpenElement element)
    {
        Begin(ref element);
        return true;
    }

    public void Leave(scoped in OpenElement element)
    {
        var state = (TextState)element.State;
        _isZeroFont = (state & TextState.WasZeroFont) != 0;
        if ((state & TextState.Hides) != 0)
        {
            _hidden--;
            return;
        }

        if (_hidden == 0) End(element.Id, state);
    }

    public void Void(scoped ref HtmlTokenizer tokens, ElementId element)
    {
        _scanner.SkipsLineFeed = false;
        if (_hidden > 0) return;
        switch (element)
        {
            case ElementId.Br:
                _lines.HardBreak();
                break;
            case ElementId.Hr:
                _lines.Margin();
                break;
            case ElementId.Img when _rules.ShowsImages && tokens.TryGetAttribute("alt", out var alternative):
                _scanner.Write(alternative, isRaw: false, isPreformatted: false, ref _lines);
                break;
        }
    }

    public void Text(scoped ref HtmlTokenizer tokens, scoped ReadOnlySpan<char> text, bool isRaw)
    {
        if (_hidden > 0 || _isZeroFont) return;
        _scanner.Write(text, isRaw, _preformatted > 0, ref _lines);
    }

    internal string Finish()
    {
        _lines.Finish();
        return _lines.ToString();
    }

    public void Dispose() => _lines.Dispose();

    private static int? NumberOf(scoped ref HtmlTokenizer tokens, ReadOnlySpan<char> name) =>
        tokens.TryGetAttribute(name, out var value) && int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private void Begin(scoped ref OpenElement element)
    {
        var state = (TextState)element.State & ~TextState.WasZeroFont;
        if (_isZeroFont) state |= TextState.WasZeroFont;
        if ((state & TextState.ZeroFont) != 0) _isZeroFont = true;
        else if ((state & TextState.OwnFont) != 0) _isZeroFont = false;
        element.State = (int)state;
        _scanner.SkipsLineFeed = false;
        if (_hidden > 0 || (state & TextState.Hides) != 0)
        {
            if ((state & TextState.Hides) != 0) _hidden++;
            return;
        }

        switch (element.Id)
        {
            case ElementId.P or (>= ElementId.H1 and <= ElementId.H6):
                Edge(state);
                break;
            case ElementId.Ul or ElementId.Ol:
                Edge(_lists.Depth > 0 ? state | TextState.NoMargin : state);
                _lists.Enter(element.Id == ElementId.Ol);
                break;
            case ElementId.Li:
                _lines.EnterItem(_lists.NextMarker());
                break;
            case ElementId.Dd:
                _lines.EnterItem("  ");
                break;
            case ElementId.Blockquote:
                if (_rules.MarksQuotes) _lines.EnterQuote();
                else _lines.Break();
                break;
            case ElementId.Pre:
                Edge(state);
                _preformatted++;
                _scanner.SkipsLineFeed = true;
                break;
            case ElementId.Tr:
                _lines.Break();
                _lines.Finish();
                _rowLine = _lines.Line;
                break;
            case ElementId.Td or ElementId.Th:
                _lines.NextCell(_rowLine);
                break;
            case ElementId.Q:
                _lines.Append('"');
                break;
            case ElementId.A:
                _linkStart = _lines.Length;
                break;
            default:
                if ((ElementTable.Of(element.Id) & ElementTraits.Special) != 0) _lines.Break();
                break;
        }
    }

    private void End(ElementId id, TextState state)
    {
        switch (id)
        {
            case ElementId.P or (>= ElementId.H1 and <= ElementId.H6):
                Edge(state);
                break;
            case ElementId.Ul or ElementId.Ol:
                _lists.Leave();
                Edge(_lists.Depth > 0 ? state | TextState.NoMargin : state);
                break;
            case ElementId.Blockquote when !_rules.MarksQuotes:
                _lines.Break();
                break;
            case ElementId.Li or ElementId.Dd or ElementId.Blockquote:
                _lines.LeavePrefix();
                break;
            case ElementId.Pre:
                _preformatted--;
                Edge(state);
                break;
            case ElementId.Tr:
                // A row within a cell is over; what follows in the outer row begins a line.
                _lines.EndRow();
                _rowLine = -1;
                break;
            case ElementId.Td or ElementId.Th:
                break;
            case ElementId.Q:
                _lines.Append('"');
                break;
            case ElementId.A:
                if (_link is not null) LinkText.Write(_link, _linkStart, ref _lines);
                _link = null;
                break;
            default:
                if ((ElementTable.Of(id) & ElementTraits.Special) != 0) _lines.Break();
                break;
        }
    }

    private void Edge(TextState state)
    {
        if ((state & TextState.NoMargin) != 0) _lines.Break();
        else _lines.Margin();
    }
}
