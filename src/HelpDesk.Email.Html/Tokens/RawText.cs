namespace HelpDesk.Email.Html.Tokens;

/// <summary>How the text within an element is read.</summary>
internal enum RawText
{
    /// <summary>As markup.</summary>
    None,

    /// <summary>No markup, but character references: title, textarea.</summary>
    WithReferences,

    /// <summary>Neither: style, xmp, iframe, noembed, noframes.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, with the comments in which a script may hold its own end tag.</summary>
    Script,

    /// <summary>All the rest of the source: plaintext.</summary>
    ToEnd,
}
