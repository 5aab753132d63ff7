namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>What may stand in the value of a CSS property.</summary>
internal enum CssKind
{
    /// <summary>The property is left out.</summary>
    None,

    /// <summary>Words, lengths that aren't negative, colours.</summary>
    Plain,

    /// <summary>As <see cref="Plain"/>, and lengths may be negative.</summary>
    Signed,

    /// <summary>As <see cref="Plain"/>, with quoted names and a slash.</summary>
    Font,

    /// <summary>Many things, of which only the colour is taken.</summary>
    Background,
}
