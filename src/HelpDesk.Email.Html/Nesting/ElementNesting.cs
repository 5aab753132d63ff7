using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// Decides where elements begin and end, as a browser's tree construction does (WHATWG HTML, section 13.2.6),
/// but in order: what a browser would move to another place stays where it is.
/// </summary>
internal ref struct ElementNesting
{
    // A few crossing blocks are opened again around the rest of a link; a flood of them isn't.
    private const int MostReopened = 8;

    private OpenElements _open = new();
    private WaitingFormats _waiting;
    private int _tooDeep;
    private bool _hasContent;

    // Re-opened tags can't outgrow the source.
    private int _reopenBudget = -1;

    public ElementNesting()
    {
    }

    internal readonly OpenElements Open => _open;

    internal void Start<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var id = tokens.Element;
        if (id == ElementId.Unknown && !TVisitor.SeesUnknown) return;
        var traits = ElementTable.Of(id);
        if (Has(traits, ElementTraits.Void))
        {
            StartVoid(ref tokens, id, traits, ref visitor);
            return;
        }

        if (_tooDeep > 0)
        {
            _tooDeep++;
            return;
        }

        if (Has(traits, ElementTraits.TablePart))
        {
            if (!TableNesting.MakePlace(ref this, id, ref visitor)) return;
        }
        else if (Has(_open.CurrentTraits, ElementTraits.TableContext))
        {
            // Between cells only the text counts. A table there means that the one around it is over.
            if (id != ElementId.Table) return;
            CloseFrom(_open.Last(ElementId.Table), ref visitor);
        }

        if (Has(traits, ElementTraits.ClosesParagraph)) CloseParagraph(ref visitor);
        if (!MakePlace(ref tokens, id, traits, ref visitor)) return;
        Push(ref tokens, id, ref visitor);
    }

    internal void End<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var id = tokens.Element;
        if (id > ElementId.Wbr || (id == ElementId.Unknown && !TVisitor.SeesUnknown)) return;
        var traits = ElementTable.Of(id);
        if (Has(traits, ElementTraits.Void))
        {
            // What was meant by </br> is a line break.
            if (id == ElementId.Br) StartVoid(ref tokens, id, traits, ref visitor);
            return;
        }

        if (_tooDeep > 0)
        {
            _tooDeep--;
            return;
        }

        if (Has(traits, ElementTraits.Formatting))
        {
            EndFormatting(id, ref visitor);
            return;
        }

        var at = Has(traits, ElementTraits.Heading) ? LastHeading() : _open.Last(id);
        var over = id switch
        {
            ElementId.Table => -1,
            ElementId.Li => Math.Max(_open.Scope, _open.List),
            _ when Has(traits, ElementTraits.TablePart) => _open.Last(ElementId.Table),
            _ when Has(traits, ElementTraits.Special) => _open.Scope,
            _ => _open.Special,
        };
        if (at > over) CloseFrom(at, ref visitor);
    }

    internal void Text<TVisitor>(scoped ref HtmlTokenizer tokens, bool isRaw, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var text = tokens.Text;
        if (Has(_open.CurrentTraits, ElementTraits.TableContext))
        {
            if (TableNesting.MeansNothing(text)) return;
            TableNesting.MakeCell(ref this, ref visitor);
        }

        if (!_hasContent || _waiting.Any)
        {
            var isBlank = HtmlCharacters.IsBlank(text);
            if (!isBlank) ReopenWaiting(ref tokens, ref visitor);
            _hasContent |= !isBlank;
        }

        visitor.Text(ref tokens, text, isRaw);
    }

    /// <summary>Ends all that is open.</summary>
    internal void EndAll<TVisitor>(scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        while (_open.Count > 0) visitor.Leave(_open.Pop());
    }

    /// <summary>Ends the element at that place of the stack, and all within it.</summary>
    internal void CloseFrom<TVisitor>(int at, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (at < 0) return;
        while (_open.Count > at) Close(ref visitor, isOver: _open.Count == at + 1);
        while (_open.Count > 0 && _open[_open.Count - 1].EndsWithContent) Close(ref visitor, isOver: true);
    }

    /// <summary>Begins an element for which there is no tag.</summary>
    internal void PushImplied<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var element = new OpenElement { Id = id };
        visitor.EnterImplied(ref element);
        Push(element);
    }

    internal readonly void Dispose() => _open.Dispose();

    private static bool Has(ElementTraits traits, ElementTraits trait) => (traits & trait) != 0;

    private void StartVoid<TVisitor>(scoped ref HtmlTokenizer tokens, ElementId id, ElementTraits traits, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (id == ElementId.Col)
        {
            if (_tooDeep > 0 || !TableNesting.MakePlace(ref this, id, ref visitor)) return;
        }
        else if (Has(_open.CurrentTraits, ElementTraits.TableContext))
        {
            if (id != ElementId.Img) return;
            TableNesting.MakeCell(ref this, ref visitor);
        }

        if (id == ElementId.Hr && _tooDeep == 0) CloseParagraph(ref visitor);
        else if (id != ElementId.Col) ReopenWaiting(ref tokens, ref visitor);
        _hasContent = true;
        visitor.Void(ref tokens, id);
    }

    private bool MakePlace<TVisitor>(scoped ref HtmlTokenizer tokens, ElementId id, ElementTraits traits, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (Has(traits, ElementTraits.ClosesParagraph))
        {
            if (Has(traits, ElementTraits.Item)) CloseItem(id, ref visitor);
            else if (Has(traits, ElementTraits.Heading) && Has(_open.CurrentTraits, ElementTraits.Heading)) CloseFrom(_open.Count - 1, ref visitor);
            return true;
        }

        if (Has(traits, ElementTraits.TablePart)) return true;
        if (id == ElementId.Body && _hasContent) return false;

        if (Has(traits, ElementTraits.RubyPart))
        {
            while (Has(_open.CurrentTraits, ElementTraits.RubyPart)) CloseFrom(_open.Count - 1, ref visitor);
            return _open.Current == ElementId.Ruby;
        }

        if (id == ElementId.A)
        {
            var outer = _open.Last(ElementId.A);
            if (outer > _open.Marker) CloseAround(outer, ref tokens, ref visitor);
            else _waiting.Remove(ElementId.A);
        }

        ReopenWaiting(ref tokens, ref visitor);
        return true;
    }

    private void CloseParagraph<TVisitor>(scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var paragraph = _open.Last(ElementId.P);
        if (paragraph > _open.Scope) CloseFrom(paragraph, ref visitor);
    }

    private void CloseItem<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var listItem = _open.Last(ElementId.Li);
        var definition = Math.Max(_open.Last(ElementId.Dd), _open.Last(ElementId.Dt));
        var (own, other) = id == ElementId.Li ? (listItem, definition) : (definition, listItem);
        if (own > other && own > _open.ItemStop) CloseFrom(own, ref visitor);
    }

    private void EndFormatting<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var at = _open.Last(id);
        if (at <= _open.Scope) _waiting.Remove(id);
        else if (_open.Special > at) _open[at].EndsWithContent = true;
        else CloseFrom(at, ref visitor);
    }

    private readonly int LastHeading()
    {
        var last = -1;
        for (var id = ElementId.H1; id <= ElementId.H6; id++) last = Math.Max(last, _open.Last(id));
        return last;
    }

    /// <summary>Ends a link within which another begins, and opens again the blocks that both are in.</summary>
    private void CloseAround<TVisitor>(int at, scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        Span<OpenElement> inner = stackalloc OpenElement[MostReopened];
        var count = 0;
        if (_open.Count - at - 1 <= MostReopened)
        {
            for (var i = at + 1; i < _open.Count; i++)
            {
                if (!Has(ElementTable.Of(_open[i].Id), ElementTraits.Formatting)) inner[count++] = _open[i];
            }
        }

        CloseFrom(at, ref visitor);
        for (var i = 0; i < count; i++) Reopen(inner[i], ref tokens, ref visitor);
    }

    private void ReopenWaiting<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        while (_waiting.Any) Reopen(_waiting.TakeOuter(), ref tokens, ref visitor);
    }

    private void Reopen<TVisitor>(OpenElement element, scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (_reopenBudget < 0) _reopenBudget = tokens.Source.Length + 4096;
        if (_open.IsFull || element.TagLength + 8 > _reopenBudget) return;
        if (!visitor.Reopen(ref element)) return;
        _reopenBudget -= element.TagLength + 8;
        Push(element);
    }

    private void Push<TVisitor>(scoped ref HtmlTokenizer tokens, ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (_open.IsFull)
        {
            _tooDeep++;
            return;
        }

        var element = new OpenElement { Id = id };
        if (visitor.Enter(ref tokens, ref element)) Push(element);
    }

    private void Push(OpenElement element)
    {
        element.EndsWithContent = false;
        if (Has(ElementTable.Of(element.Id), ElementTraits.Marker)) element.WaitingBefore = _waiting.EnterMarker();
        _hasContent = true;
        _open.Push(element);
    }

    private void Close<TVisitor>(scoped ref TVisitor visitor, bool isOver)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var closed = _open.Pop();
        var traits = ElementTable.Of(closed.Id);
        if (Has(traits, ElementTraits.Marker)) _waiting.LeaveMarker(closed.WaitingBefore);
        else if (!isOver && !closed.EndsWithContent && Has(traits, ElementTraits.Formatting)) _waiting.AddOuter(closed);
        visitor.Leave(closed);
    }
}
