namespace HelpDesk.Email.Templates;

/// <summary>What a template gives.</summary>
/// <param name="Subject">One line; line ends and control characters are gone.</param>
/// <param name="Text">Plain text with <c>\n</c> line ends.</param>
/// <param name="Html">HTML, or <see langword="null"/> for a template that has none.</param>
public sealed record RenderedMail(string Subject, string Text, string? Html);
