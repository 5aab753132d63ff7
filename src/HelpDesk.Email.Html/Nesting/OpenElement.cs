using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Nesting;

/// <summary>An element that has begun and not yet ended.</summary>
internal struct OpenElement
{
    internal ElementId Id;

    /// <summary>Its end tag came while a block within it was open: it ends with that block.</summary>
    internal bool EndsWithContent;

    /// <summary>For the visitor: what it remembers of the element until it ends.</summary>
    internal int State;

    /// <summary>For the visitor: where its start tag stands, so that it can be written again.</summary>
    internal int TagStart;

    internal int TagLength;

    // Indices into the stack, of this element or the nearest one around it; -1 if there is none.
    internal short OuterSame;
    internal short Special;
    internal short Scope;
    internal short ItemStop;
    internal short List;
    internal short Marker;

    /// <summary>How many formatting elements were waiting when this one, a marker, began.</summary>
    internal short WaitingBefore;
}
