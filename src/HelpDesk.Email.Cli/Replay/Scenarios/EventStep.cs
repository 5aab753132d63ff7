using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Scenarios;

/// <summary>Somebody does something to a ticket in the host's own program.</summary>
/// <param name="Type">What.</param>
/// <param name="Ticket">The ticket's number.</param>
/// <param name="At">When.</param>
internal sealed record EventStep(HostEvent Type, string Ticket, DateTimeOffset? At) : ScenarioStep(At)
{
    /// <summary>Who does it.</summary>
    public EmailAddress? By { get; init; }

    /// <summary>What they wrote.</summary>
    public string? Text { get; init; }

    /// <summary>To whom, or where to: the assignee, the subscriber, the department, the other ticket.</summary>
    public string? To { get; init; }

    /// <summary>The category that it is moved to.</summary>
    public string? Category { get; init; }

    /// <summary>The name of an event of the host's own.</summary>
    public string? Name { get; init; }

    /// <summary>The ticket's status afterwards.</summary>
    public TicketStatus? Status { get; init; }
}
