namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>One place in HTML.</summary>
/// <param name="State">Where it is.</param>
/// <param name="Element">The name of the element that is being read, or of the raw text that is open; else empty.</param>
/// <param name="Attribute">The name of the attribute that is being read; else empty.</param>
/// <param name="SchemeIsFixed">Whether the value of the attribute began with letters of the template that settle what kind of address it is.</param>
internal readonly record struct HtmlPlace(HtmlState State, string Element, string Attribute, bool SchemeIsFixed);
