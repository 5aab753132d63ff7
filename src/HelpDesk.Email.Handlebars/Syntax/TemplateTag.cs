namespace HelpDesk.Email.Handlebars.Syntax;

/// <summary>One tag of a template.</summary>
/// <param name="Start">Where its first brace stands.</param>
/// <param name="End">What follows its last brace.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Unencoded">Whether it has three braces.</param>
/// <param name="Words">What stands between the braces, without the sign in front; brackets of an expression are words of their own.</param>
internal sealed record TemplateTag(int Start, int End, TagKind Kind, bool Unencoded, IReadOnlyList<string> Words);
