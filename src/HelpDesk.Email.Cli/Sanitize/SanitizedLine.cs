namespace HelpDesk.Email.Cli.Sanitize;

/// <summary>What became of one file.</summary>
/// <param name="File">Its path.</param>
/// <param name="Output">Safe HTML; <see langword="null"/> if the file could not be read.</param>
/// <param name="Error">Why it could not be read; otherwise <see langword="null"/>.</param>
internal sealed record SanitizedLine(string File, string? Output, string? Error = null);
