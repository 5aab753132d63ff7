using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>
/// The open elements, and the formatting that waits to be opened again. It tells the visitor of what begins and ends;
/// when that is, <see cref="ElementNesting"/> decides.
/// </summary>
internal ref struct NestingStack
{
    // A few crossing blocks are opened again around the rest of a link; a flood of them isn't.
    private const int MostReopened = 8;

    private OpenElements _open = new();
    private WaitingFormats _waiting;

    // Re-opened tags can't outgrow the source.
    private int _reopenBudget = -1;

    public NestingStack()
    {
    }

    /// <summary>What is open; not to be kept over a change.</summary>
    internal readonly OpenElements Open => _open;

    /// <summary>Whether formatting waits that may be opened here.</summary>
    internal readonly bool HasWaiting => _waiting.Any;

    /// <summary>Begins the element whose start tag the tokens stand on, unless the visitor doesn't want it.</summary>
    internal void Push<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var element = new OpenElement { Id = tokens.Element };
        if (visitor.Enter(ref tokens, ref element)) Push(element);
    }

    /// <summary>Begins an element for which there is no tag.</summary>
    internal void PushImplied<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var element = new OpenElement { Id = id };
        visitor.EnterImplied(ref element);
        Push(element);
    }

    /// <summary>Ends the element at that place of the stack, and all within it.</summary>
    internal void CloseFrom<TVisitor>(int at, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (at < 0) return;
        while (_open.Count > at) Close(ref visitor, isOver: _open.Count == at + 1);
        while (_open.Count > 0 && _open[_open.Count - 1].EndsWithContent) Close(ref visitor, isOver: true);
    }

    /// <summary>Ends all that is open.</summary>
    internal void EndAll<TVisitor>(scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        while (_open.Count > 0) visitor.Leave(_open.Pop());
    }

    /// <summary>An end tag of a formatting element: it ends, or, around a block that is open, ends with the block.</summary>
    internal void EndFormatting<TVisitor>(ElementId id, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var at = _open.Last(id);
        if (at <= _open.Scope) _waiting.Remove(id);
        else if (_open.Special > at) _open[at].EndsWithContent = true;
        else CloseFrom(at, ref visitor);
    }

    /// <summary>A link begins: one that is open around it ends, and the blocks that both are in are opened again.</summary>
    internal void EndOuterLink<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        var outer = _open.Last(ElementId.A);
        if (outer > _open.Marker) CloseAround(outer, ref tokens, ref visitor);
        else _waiting.Remove(ElementId.A);
    }

    /// <summary>Opens again the formatting that waits.</summary>
    internal void ReopenWaiting<TVisitor>(scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        while (_waiting.Any) Reopen(_waiting.TakeOuter(), ref tokens, ref visitor);
    }

    internal readonly void Dispose() => _open.Dispose();

    private static bool Has(ElementTraits traits, ElementTraits trait) => (traits & trait) != 0;

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

    private void Reopen<TVisitor>(OpenElement element, scoped ref HtmlTokenizer tokens, scoped ref TVisitor visitor)
        where TVisitor : INodeVisitor, allows ref struct
    {
        if (_reopenBudget < 0) _reopenBudget = tokens.Source.Length + 4096;
        if (!_open.HasRoomFor(element.Id) || element.TagLength + 8 > _reopenBudget) return;
        if (!visitor.Reopen(ref element)) return;
        _reopenBudget -= element.TagLength + 8;
        Push(element);
    }

    private void Push(OpenElement element)
    {
        element.EndsWithContent = false;
        if (Has(ElementTable.Of(element.Id), ElementTraits.Marker)) element.WaitingBefore = _waiting.EnterMarker();
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
