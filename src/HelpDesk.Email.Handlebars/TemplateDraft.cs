namespace HelpDesk.Email.Handlebars;

/// <summary>A template that somebody wants to see before it is used.</summary>
/// <param name="FileName">
/// The name that its file would have, such as <c>ticket-updated.de.hbs</c>: it says which template it is, and whether it
/// has parts (<c>.hbs</c>) or is HTML (<c>.html</c>) or text (<c>.txt</c>) alone.
/// </param>
/// <param name="Content">Its text; <see langword="null"/> for the built-in template of that name.</param>
/// <param name="Master">The text of a master template, or <see langword="null"/> for the built-in frame.</param>
public sealed record TemplateDraft(string FileName, string? Content = null, string? Master = null);
