using HelpDesk.Email.Erasure;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.InMemory.Tickets;

/// <summary>Takes a person out of tickets; called under the store's lock.</summary>
internal static class TicketErasure
{
    public static bool Concerns(TicketRow row, ErasedPerson person) =>
        People(row.Snapshot).Any(each => person.Has(each.Address)) || row.Entries.Any(entry => person.Has(entry.Author.Address));

    public static ErasureCounts Erase(TicketRow row, ErasedPerson person, DateTimeOffset now)
    {
        var ticket = row.Snapshot;
        var isTheirs = person.Has(ticket.Requester.Address);
        var entries = 0;
        for (var i = 0; i < row.Entries.Count; i++)
        {
            var entry = row.Entries[i];
            var goes = isTheirs || person.Has(entry.Author.Address);
            entries += goes && entry.Text.Length > 0 ? 1 : 0;
            row.Entries[i] = entry with
            {
                Author = person.Has(entry.Author.Address) ? ErasedPerson.Placeholder : entry.Author,
                Text = goes ? string.Empty : person.Redact(entry.Text),
                Html = goes || entry.Html is null ? null : person.Redact(entry.Html),
                MessageId = goes ? null : entry.MessageId,
                Attachments = goes ? [] : [.. entry.Attachments.Select(file => file with { FileName = person.Redact(file.FileName) })],
            };
        }

        if (isTheirs)
        {
            row.Set(Emptied(ticket, person), now);
        }
        else if (People(ticket).Any(each => person.Has(each.Address)) || person.IsNamedIn(ticket.Subject))
        {
            row.Set(Without(ticket, person), now);
        }

        return new ErasureCounts { Entries = entries, Tickets = isTheirs ? 1 : 0 };
    }

    private static TicketSnapshot Emptied(TicketSnapshot ticket, ErasedPerson person) => Without(ticket, person) with
    {
        Subject = string.Empty,
        Requester = ErasedPerson.Placeholder,
        Status = TicketStatus.Closed,
        IsLocked = true,
        Category = null,
        Type = null,
        Priority = null,
        Fields = new Dictionary<string, string>(StringComparer.Ordinal),
    };

    private static TicketSnapshot Without(TicketSnapshot ticket, ErasedPerson person) => ticket with
    {
        Subject = person.Redact(ticket.Subject),
        Participants = [.. ticket.Participants.Where(each => !person.Has(each.Address))],
        Subscribers = [.. ticket.Subscribers.Where(each => !person.Has(each.Address))],
        Assignee = person.Has(ticket.Assignee?.Address) ? null : ticket.Assignee,
    };

    private static IEnumerable<EmailAddress> People(TicketSnapshot ticket) =>
        ticket.Participants.Concat(ticket.Subscribers).Append(ticket.Requester).Concat(ticket.Assignee is null ? [] : [ticket.Assignee]);
}
