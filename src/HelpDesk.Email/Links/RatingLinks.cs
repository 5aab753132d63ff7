namespace HelpDesk.Email.Links;

/// <summary>The three links by which a closed ticket is rated.</summary>
/// <param name="Prompt">The words that ask for it, or <see langword="null"/> for those of the template.</param>
/// <param name="Good">It went well.</param>
/// <param name="Ok">It was all right.</param>
/// <param name="Bad">It went badly.</param>
public sealed record RatingLinks(string? Prompt, string Good, string Ok, string Bad);
