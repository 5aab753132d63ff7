namespace HelpDesk.Email.Cli.Render;

/// <summary>What a template gave; all three are <see langword="null"/> where it is empty and no mail is wanted.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The plain text.</param>
/// <param name="Html">The HTML, or <see langword="null"/> for a template that has none.</param>
internal sealed record RenderedLine(string? Subject, string? Text, string? Html);
