namespace HelpDesk.Email.Html.Styles;

/// <summary>What a start tag says about being seen.</summary>
[Flags]
internal enum Visibility
{
    Normal = 0,

    /// <summary>The element and all within it is not shown.</summary>
    Hidden = 1,

    /// <summary>Its font has no size; elements within may set another.</summary>
    ZeroFont = 2,

    /// <summary>Its font has a size of its own.</summary>
    OwnFont = 4,

    /// <summary>It has no margin above and below.</summary>
    NoMargin = 8,
}
