using HelpDesk.Email.Html.Nesting;
using HelpDesk.Email.Html.Styles;
using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>Builds the nodes and lines of a mail while it is walked over.</summary>
internal ref struct QuoteTreeBuilder(QuoteTree tree, int capacity) : INodeVisitor, IDisposable
{
    private readonly QuoteTree _tree = tree;
    private LineText _text = new(capacity);
    private int _line = -1;
    private int _parent = -1;
    private int _hidden;
    private int _attributions;
    private int _start;
    private int _end;
    private ElementId? _ended;

    public static bool SeesUnknown => true;

    public void At(int start, int end, ElementId? ended)
    {
        _start = start;
        _end = end;
        _ended = ended;
    }

    public bool Enter(scoped ref HtmlTokenizer tokens, scoped ref OpenElement element)
    {
        // A body isn't cut out, so it needs no node.
        if (element.Id == ElementId.Body) return false;
        element.TagLength = tokens.End - tokens.Start;
        var node = new QuoteNode { Element = element.Id };
        if (tokens.Attributes.Length > 0)
        {
            node.Marker = QuoteMarkers.Read(ref tokens, out node.Evidence);
            node.Traits = QuoteStyle.Read(ref tokens);
            if ((VisibilityReader.Read(ref tokens) & Visibility.Hidden) != 0) element.TagStart = 1;
        }

        Begin(ref element, ref node);
        return true;
    }

    public void EnterImplied(scoped ref OpenElement element)
    {
        var node = new QuoteNode { Element = element.Id };
        Begin(ref element, ref node);
    }

    public bool Reopen(scoped ref OpenElement element)
    {
        var node = new QuoteNode { Element = element.Id };
        Begin(ref element, ref node);
        return true;
    }

    public void Leave(scoped in OpenElement element)
    {
        ref var node = ref _tree.Nodes[element.State];
        node.End = _start;
        if (_ended == element.Id)
        {
            node.End = _end;
            _ended = null;
        }

        node.Last = _tree.NodeCount - 1;
        _parent = node.Parent;
        if (element.TagStart == 1) _hidden--;
        if (node.Marker == QuoteMarker.Attribution) _attributions--;
        if (BreaksLine(element.Id)) EndLine();
    }

    public void Void(scoped ref HtmlTokenizer tokens, ElementId element)
    {
        if (element is not (ElementId.Br or ElementId.Hr or ElementId.Img)) return;
        if (element == ElementId.Hr) EndLine();
        var node = new QuoteNode { Element = element, Traits = QuoteTraits.IsLeaf };
        if (element == ElementId.Hr) node.Marker = QuoteMarkers.Read(ref tokens, out node.Evidence);
        AddLeaf(ref node);
        if (_hidden > 0) return;
        if (element == ElementId.Img) _tree.Lines[_line].HasImage = true;
        else if (element == ElementId.Hr) _tree.Lines[_line].IsRule = true;
        if (element != ElementId.Img) EndLine();
    }

    public void Text(scoped ref HtmlTokenizer tokens, scoped ReadOnlySpan<char> text, bool isRaw)
    {
        if (HtmlCharacters.IsBlank(text))
        {
            _text.Append(text, isRaw);
            return;
        }

        var node = new QuoteNode { Traits = QuoteTraits.IsLeaf };
        AddLeaf(ref node);
        if (_hidden == 0) _text.Append(text, isRaw);
    }

    internal void Finish()
    {
        EndLine();
        _tree.Text = _text.ToString();
    }

    public void Dispose() => _text.Dispose();

    private static bool BreaksLine(ElementId id) =>
        id is not (ElementId.Td or ElementId.Th or ElementId.Body) && (ElementTable.Of(id) & ElementTraits.Special) != 0;

    private void Begin(scoped ref OpenElement element, scoped ref QuoteNode node)
    {
        if (BreaksLine(element.Id)) EndLine();
        else if (element.Id is ElementId.Td or ElementId.Th) _text.Append(" ", isRaw: true);
        node.Parent = _parent;
        node.Line = -1;
        node.Start = _start;
        if (element.TagStart == 1) _hidden++;
        if (node.Marker == QuoteMarker.Attribution) _attributions++;
        _parent = _tree.Add(node);
        element.State = _parent;
    }

    private void AddLeaf(scoped ref QuoteNode node)
    {
        node.Parent = _parent;
        node.Start = _start;
        node.End = _end;
        node.Line = -1;
        node.Last = _tree.NodeCount;
        if (_hidden > 0)
        {
            _tree.Add(node);
            return;
        }

        if (_line < 0)
        {
            _text.Begin();
            _line = _tree.Add(new QuoteLine { FirstLeaf = _tree.NodeCount, TextStart = _text.Start, IsMarkedAttribution = _attributions > 0 });
        }

        node.Line = _line;
        _tree.Lines[_line].LastLeaf = _tree.Add(node);
    }

    private void EndLine()
    {
        if (_line < 0) return;
        _tree.Lines[_line].TextLength = _text.End();
        _line = -1;
    }
}
