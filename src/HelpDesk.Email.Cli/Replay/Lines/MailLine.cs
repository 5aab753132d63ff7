namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>What <c>replay</c> writes of one mail.</summary>
internal sealed record MailLine(
    string File,
    string Outcome,
    string? Ticket,
    string? Author,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> Changes,
    IReadOnlyList<NotificationLine> Notifications,
    IReadOnlyList<StepLine> Trace);
