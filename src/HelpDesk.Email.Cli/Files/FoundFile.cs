namespace HelpDesk.Email.Cli.Files;

/// <summary>A file that a search has found, or a folder that it could not look into.</summary>
/// <param name="Path">Below the folder that the person wrote.</param>
/// <param name="Problem">Why it can't be read, where that is known already; otherwise <see langword="null"/>.</param>
internal sealed record FoundFile(string Path, string? Problem = null);
