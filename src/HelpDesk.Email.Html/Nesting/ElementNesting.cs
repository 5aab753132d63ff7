using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// Decides where elements begin and end, as a browser's tree construction does (WHATWG HTML, section 13.2.6),
/// but in order: what a browser would move to another place stays where it is.
/// </summary>
internal ref struct ElementNesting
{
    private NestingStack _stack = new();
    private int _tooDeep;
    private bool _hasContent;

    public ElementNesting()
    {
    }

    private readonly bool InParagraph => _stack.Open.Last(ElementId.P) > _stack.Open.Scope;

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
            if (!TableNesting.MakePlace(ref _stack, id, ref visitor)) return;
        }
        else if (Has(_stack.Open.CurrentTraits, ElementTraits.TableContext))
        {
            // Between cells only the text counts. A table there means that the one around it is over.
            if (id != ElementId.Table) return;
            _stack.CloseFrom(_stack.Open.Last(ElementId.Table), ref visitor);
        }

        if (Has(traits, ElementTraits.ClosesParagraph)) CloseParagraph(ref visitor);
        if (!MakePlace(ref tokens, id, traits, ref visitor)) return;
        if (!_stack.Open.HasRoomFor(id))
        {
            _tooDeep++;
            return;
        }

        _hasContent = true;
        _stack.Push(ref tokens, ref visitor);
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
            _stack.EndFormatting(id, ref visitor);
            return;
        }

        var at = Has(traits, ElementTraits.Heading) ? LastHeading() : _stack.Open.Last(id);
        var over = id switch
        {
            ElementId.Table => -1,
            ElementId.Li => Math.Max(_stack.Open.Scope, _stack.Open.List),
            _ when Has(traits, ElementTraits.TablePart) => _stack.Open.Last(ElementId.Table),
            _ when Has(traits, ElementTraits.Special) => _stack.Open.Scope,
            _ => _stack.Open.Special,
        };
        if (at > over) _stack.CloseFrom(at, ref visitor);
    }

    internal void Text<TVisitor>(scoped ref HtmlTokenizer tokens, bool isRaw, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var text = tokens.Text;
        if (Has(_stack.Open.CurrentTraits, ElementTraits.TableContext))
        {
            if (TableNesting.MeansNothing(text)) return;
            TableNesting.MakeCell(ref _stack, ref visitor);
        }

        if (!_hasContent || _stack.HasWaiting)
        {
            var isBlank = HtmlCharacters.IsBlank(text);
            if (!isBlank) _stack.ReopenWaiting(ref tokens, ref visitor);
            _hasContent |= !isBlank;
        }

        visitor.Text(ref tokens, text, isRaw);
    }

    /// <summary>Ends all that is open.</summary>
    internal void EndAll<TVisitor>(scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct => _stack.EndAll(ref visitor);

    internal readonly void Dispose() => _stack.Dispose();

    private static bool Has(ElementTraits traits, ElementTraits trait) => (traits & trait) != 0;

    private void StartVoid<TVisitor>(scoped ref HtmlTokenizer tokens, ElementId id, ElementTraits traits, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (id == ElementId.Col)
        {
            if (_tooDeep > 0 || !TableNesting.MakePlace(ref _stack, id, ref visitor)) return;
        }
        else if (Has(_stack.Open.CurrentTraits, ElementTraits.TableContext))
        {
            if (id != ElementId.Img) return;
            TableNesting.MakeCell(ref _stack, ref visitor);
        }

        if (id == ElementId.Hr)
        {
            // Within too deep a paragraph there is no place for it.
            if (_tooDeep > 0 && InParagraph) return;
            CloseParagraph(ref visitor);
        }
        else if (id != ElementId.Col)
        {
            _stack.ReopenWaiting(ref tokens, ref visitor);
        }

        _hasContent = true;
        visitor.Void(ref tokens, id);
    }

    private bool MakePlace<TVisitor>(scoped ref HtmlTokenizer tokens, ElementId id, ElementTraits traits, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (Has(traits, ElementTraits.ClosesParagraph))
        {
            if (Has(traits, ElementTraits.Item)) CloseItem(id, ref visitor);
            else if (Has(traits, ElementTraits.Heading) && Has(_stack.Open.CurrentTraits, ElementTraits.Heading)) _stack.CloseFrom(_stack.Open.Count - 1, ref visitor);
            return true;
        }

        if (Has(traits, ElementTraits.TablePart)) return true;
        if (id == ElementId.Body && _hasContent) return false;

        if (Has(traits, ElementTraits.RubyPart))
        {
            while (Has(_stack.Open.CurrentTraits, ElementTraits.RubyPart)) _stack.CloseFrom(_stack.Open.Count - 1, ref visitor);
            return _stack.Open.Current == ElementId.Ruby;
        }

        if (id == ElementId.A) _stack.EndOuterLink(ref tokens, ref visitor);
        _stack.ReopenWaiting(ref tokens, ref visitor);
        return true;
    }

    private void CloseParagraph<TVisitor>(scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (InParagraph) _stack.CloseFrom(_stack.Open.Last(ElementId.P), ref visitor);
    }

    private void CloseItem<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var listItem = _stack.Open.Last(ElementId.Li);
        var definition = Math.Max(_stack.Open.Last(ElementId.Dd), _stack.Open.Last(ElementId.Dt));
        var (own, other) = id == ElementId.Li ? (listItem, definition) : (definition, listItem);
        if (own > other && own > _stack.Open.ItemStop) _stack.CloseFrom(own, ref visitor);
    }

    private readonly int LastHeading()
    {
        var last = -1;
        for (var id = ElementId.H1; id <= ElementId.H6; id++) last = Math.Max(last, _stack.Open.Last(id));
        return last;
    }
}
