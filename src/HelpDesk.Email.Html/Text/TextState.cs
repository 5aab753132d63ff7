using HelpDesk.Email.Html.Styles;

namespace HelpDesk.Email.Html.Text;

/// <summary>What is remembered of an element until it ends.</summary>
[Flags]
internal enum TextState
{
    None = 0,
    Hides = Visibility.Hidden,
    ZeroFont = Visibility.ZeroFont,
    OwnFont = Visibility.OwnFont,
    NoMargin = Visibility.NoMargin,

    /// <summary>The text around the element had no size.</summary>
    WasZeroFont = 1 << 4,
}
