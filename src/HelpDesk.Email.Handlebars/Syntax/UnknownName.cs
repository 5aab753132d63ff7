namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>A name in a template that no table knows.</summary>
/// <param name="Name">The name.</param>
/// <param name="Written">As it is written.</param>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="IsMask">Whether it is a mask; else it is a name in braces.</param>
internal sealed record UnknownName(string Name, string Written, int Line, int Column, bool IsMask);
