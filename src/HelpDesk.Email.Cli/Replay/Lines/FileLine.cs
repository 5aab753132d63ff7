namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>A file in a ticket.</summary>
internal sealed record FileLine(string FileName, string ContentType, long Size, string Sha256, string? ContentId, bool IsInline);
