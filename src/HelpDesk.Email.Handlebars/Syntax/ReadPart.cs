namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>A part that was read and may be compiled.</summary>
/// <param name="Handlebars">Its text with masks translated.</param>
/// <param name="Unknown">Names that only a model can tell to be right.</param>
/// <param name="Paths">The values that it shows.</param>
internal sealed record ReadPart(string Handlebars, IReadOnlyList<UnknownName> Unknown, IReadOnlySet<string> Paths);
