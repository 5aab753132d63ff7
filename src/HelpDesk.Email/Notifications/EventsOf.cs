using HelpDesk.Email.Decisions;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Names what a change did.</summary>
internal static class EventsOf
{
    /// <summary>The events, the most weighty first.</summary>
    public static IReadOnlyList<NotificationEvent> Change(ApplyResult result, StoredChange change, TicketSnapshot before, EmailAddress author, JournalOrigin origin, bool isTechnician)
    {
        if (origin == JournalOrigin.Timer)
        {
            return [NotificationEvent.AutoClosed];
        }

        if (result.Created)
        {
            return [NotificationEvent.Created];
        }

        var ticket = result.Ticket!;
        var updated = isTechnician ? NotificationEvent.UpdatedByTechnician : NotificationEvent.UpdatedByRequester;
        var events = new List<NotificationEvent>();
        Add(change.Status == TicketStatus.Closed && ticket.Status == TicketStatus.Closed, NotificationEvent.Closed);
        Add(change.Assignee is not null, author.Equals(change.Assignee) ? NotificationEvent.Taken : NotificationEvent.Assigned);
        Add(change.Entry is not null, updated);
        Add(IsMoved(change.Department, before.Department, ticket.Department) || IsMoved(change.Category, before.Category, ticket.Category), NotificationEvent.Moved);
        Add(result.Reopened, NotificationEvent.Reopened);
        return events.Count > 0 ? events : [updated];

        void Add(bool happened, NotificationEvent what)
        {
            if (happened)
            {
                events.Add(what);
            }
        }
    }

    private static bool IsMoved(string? wanted, string? before, string? after) =>
        wanted is not null && string.Equals(wanted, after, StringComparison.OrdinalIgnoreCase) && !string.Equals(before, after, StringComparison.OrdinalIgnoreCase);
}
