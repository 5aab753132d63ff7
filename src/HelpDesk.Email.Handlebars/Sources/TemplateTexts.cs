namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>The templates of administrators at one time.</summary>
/// <param name="Version">Changes whenever one of them does.</param>
/// <param name="Texts">All of them.</param>
public sealed record TemplateTexts(string Version, IReadOnlyList<TemplateText> Texts);
