namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>A mail comes in.</summary>
/// <param name="File">As it stands in the scenario.</param>
/// <param name="Path">Where it lies.</param>
/// <param name="At">When.</param>
internal sealed record MailStep(string File, string Path, DateTimeOffset? At) : ScenarioStep(At)
{
    /// <summary>The mailbox that it comes to; absent: the scenario's.</summary>
    public string? Mailbox { get; init; }

    /// <summary>The envelope sender, empty for <c>&lt;&gt;</c>; absent: not known.</summary>
    public string? MailFrom { get; init; }

    /// <summary>The envelope recipients; absent: the mailbox's own address.</summary>
    public IReadOnlyList<string>? RcptTo { get; init; }
}
