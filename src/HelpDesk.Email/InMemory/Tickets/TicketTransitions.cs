using HelpDesk.Email.InMemory.Octets;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.InMemory.Tickets;

/// <summary>What a change makes of a ticket: values in, values out.</summary>
internal static class TicketTransitions
{
    public static TicketSnapshot Create(TicketChange change, string number, DateTimeOffset now)
    {
        if (change.Requester is not { } requester)
        {
            throw new ArgumentException("A change that makes a ticket needs a requester.", nameof(change));
        }

        var made = new TicketSnapshot(number, change.Subject ?? string.Empty, change.Status ?? TicketStatus.New, requester)
        {
            Department = change.Department,
            Created = now,
            ClosedAt = change.Status == TicketStatus.Closed ? now : null,
            Type = change.Type,
            Priority = change.Priority,
            Category = change.Category,
            Assignee = change.Assignee,
            Fields = change.Fields,
        };
        return WithPeople(made, change);
    }

    public static TicketSnapshot Update(TicketChange change, TicketSnapshot before) =>
        WithPeople(
            before with
            {
                Status = change.Status ?? before.Status,
                Department = change.Department ?? before.Department,
                Type = change.Type ?? before.Type,
                Priority = change.Priority ?? before.Priority,
                Category = change.Category ?? before.Category,
                Assignee = change.Assignee ?? before.Assignee,
                Fields = Merge(before.Fields, change.Fields),
            },
            change);

    public static TicketEntry Entry(NewTicketEntry entry, string id, IReadOnlyList<HeldContent> octets) =>
        new(id, entry.Author, entry.Text, entry.At)
        {
            Kind = entry.Kind,
            Visibility = entry.Visibility,
            Html = entry.Html,
            MessageId = entry.MessageId,
            JournalId = entry.JournalId,
            Attachments = [.. entry.Attachments.Select((attachment, i) => attachment with { Open = octets[i].OpenRead })],
        };

    private static TicketSnapshot WithPeople(TicketSnapshot ticket, TicketChange change) => ticket with
    {
        // The requester belongs to a ticket anyway; a snapshot lists those besides.
        Participants = Join(ticket.Participants, change.AddParticipants, ticket.Requester),
        Subscribers = Join(Without(ticket.Subscribers, change.RemoveSubscribers), change.AddSubscribers, ticket.Requester),
    };

    private static IReadOnlyDictionary<string, string> Merge(IReadOnlyDictionary<string, string> known, IReadOnlyDictionary<string, string> set) =>
        set.Count == 0 ? known : known.Where(field => !set.ContainsKey(field.Key)).Concat(set).ToDictionary(StringComparer.Ordinal);

    private static IReadOnlyList<EmailAddress> Without(IReadOnlyList<EmailAddress> known, IReadOnlyList<EmailAddress> removed) =>
        removed.Count == 0 ? known : [.. known.Except(removed)];

    private static IReadOnlyList<EmailAddress> Join(IReadOnlyList<EmailAddress> known, IReadOnlyList<EmailAddress> added, EmailAddress requester) =>
        added.Count == 0 ? known : [.. known.Concat(added).Distinct().Where(address => !address.Equals(requester))];
}
