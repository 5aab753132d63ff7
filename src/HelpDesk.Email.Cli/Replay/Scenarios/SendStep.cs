using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>The host sends a mail made from a template.</summary>
/// <param name="Template">The name of the template.</param>
/// <param name="To">Who gets it.</param>
/// <param name="At">When.</param>
internal sealed record SendStep(string Template, IReadOnlyList<EmailAddress> To, DateTimeOffset? At) : ScenarioStep(At)
{
    /// <summary>The ticket it is about.</summary>
    public string? Ticket { get; init; }

    /// <summary>The values that the host gives.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);
}
