namespace HelpDesk.Email.Html.Tokens;

/// <summary>Where an attribute's name and undecoded value stand in the source.</summary>
internal readonly record struct HtmlAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);
