namespace HelpDesk.Email.Handlebars.Sources;

/// <summary>One template of an administrator.</summary>
/// <param name="Path">
/// <c>name.hbs</c> or <c>name.culture.hbs</c>; in <c>departments/NAME/</c> or <c>brands/NAME/</c> for one department or brand;
/// <c>master.html</c> is the master. Slashes on every system. The endings <c>.html</c> and <c>.txt</c> are for one part alone.
/// </param>
/// <param name="Content">Its text; an empty one says that no such mail is wanted.</param>
public sealed record TemplateText(string Path, string Content);
