namespace HelpDesk.Email.Html.Sanitizing;

/// <summary>A CSS property that stays.</summary>
internal sealed record CssProperty(string Name, CssKind Kind);
