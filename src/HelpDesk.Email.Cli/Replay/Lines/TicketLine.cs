using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Cli.Replay.Lines;

/// <summary>A ticket at the end.</summary>
internal sealed record TicketLine(string Number, string Subject, TicketStatus Status, string? Department, string Requester)
{
    public IReadOnlyList<string> Participants { get; init; } = [];

    public IReadOnlyList<string> Subscribers { get; init; } = [];

    public string? Assignee { get; init; }

    public bool Locked { get; init; }

    public string? MergedInto { get; init; }

    public string? LinkedTo { get; init; }

    public string? Category { get; init; }

    public string? Type { get; init; }

    public string? Priority { get; init; }

    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset Created { get; init; }

    public IReadOnlyList<EntryLine> Entries { get; init; } = [];

    public static TicketLine Of(TicketSnapshot ticket, string? linkedTo, IReadOnlyList<TicketEntry> entries) =>
        new(ticket.Number, ticket.Subject, ticket.Status, ticket.Department, ticket.Requester.Address)
        {
            Participants = Addresses(ticket.Participants),
            Subscribers = Addresses(ticket.Subscribers),
            Assignee = ticket.Assignee?.Address,
            Locked = ticket.IsLocked,
            MergedInto = ticket.MergedInto,
            LinkedTo = linkedTo,
            Category = ticket.Category,
            Type = ticket.Type,
            Priority = ticket.Priority,
            Fields = ticket.Fields,
            Created = ticket.Created,
            Entries = [.. entries.Select(EntryLine.Of)],
        };

    private static IReadOnlyList<string> Addresses(IReadOnlyList<EmailAddress> people) => [.. people.Select(person => person.Address)];
}
