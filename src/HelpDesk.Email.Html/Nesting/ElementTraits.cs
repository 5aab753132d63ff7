namespace HelpDesk.Email.Html.Nesting;

/// <summary>How an element behaves when elements are nested (WHATWG HTML, section 13.2.4.2 and "in body").</summary>
[Flags]
internal enum ElementTraits
{
    None = 0,

    /// <summary>Has no content and no end tag.</summary>
    Void = 1,

    /// <summary>One of the "special" elements, over which an inline end tag doesn't reach.</summary>
    Special = 1 << 1,

    /// <summary>Goes on in the next block until its end tag comes.</summary>
    Formatting = 1 << 2,

    /// <summary>Ends an open paragraph when it begins.</summary>
    ClosesParagraph = 1 << 3,

    /// <summary>End tags within it close nothing outside it.</summary>
    Scope = 1 << 4,

    /// <summary>A list: an end tag li within it closes no item outside it.</summary>
    List = 1 << 5,

    Heading = 1 << 6,

    /// <summary>Holds rows, cells or columns and no text.</summary>
    TableContext = 1 << 7,

    /// <summary>Has its place in a table only.</summary>
    TablePart = 1 << 8,

    /// <summary>Formatting from outside isn't re-opened within it.</summary>
    Marker = 1 << 9,

    /// <summary>An item that the next item of its kind closes.</summary>
    Item = 1 << 10,

    RubyPart = 1 << 11,

    /// <summary>Ends SVG or MathML when it begins there.</summary>
    BreaksOut = 1 << 12,
}
