using HelpDesk.Email.Html.Tokens;

namespace HelpDesk.Email.Html.Quotes.Trees;

/// <summary>An element or a piece of content, in the order of the source; what an element holds follows it.</summary>
internal struct QuoteNode
{
    internal ElementId Element;
    internal QuoteMarker Marker;
    internal QuoteTraits Traits;

    /// <summary>The last node within it, or itself.</summary>
    internal int Last;

    /// <summary>The element around it, or -1.</summary>
    internal int Parent;

    /// <summary>The line of text that it is a part of, or -1.</summary>
    internal int Line;

    internal int Start;
    internal int End;

    /// <summary>What named it history, for <see cref="QuoteMarker"/>.</summary>
    internal string? Evidence;
}
