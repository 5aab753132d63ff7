namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>A mail that follows from a mail.</summary>
internal sealed record NotificationLine(string Template, IReadOnlyList<string> To, string Subject);
