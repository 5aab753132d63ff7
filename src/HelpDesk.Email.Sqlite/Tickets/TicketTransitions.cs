using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>Applies a change in the order that <see cref="ITicketStore.ApplyAsync"/> prescribes.</summary>
internal static class TicketTransitions
{
    public static ApplyResult Apply(
        Connection connection,
        TicketChange change,
        IReadOnlyList<PreparedContent> contents,
        TicketNumbers numbers,
        DateTimeOffset now)
    {
        if (OperationTable.Find(connection, change.OperationId) is { } recorded)
        {
            return recorded;
        }

        if (change.IsEmpty)
        {
            OperationTable.PurgeVoid(connection, now);
            return OperationTable.Record(connection, change.OperationId, ticketId: null, ApplyResult.Void, now);
        }

        if (change.TicketNumber is not { } number)
        {
            return Create(connection, change, contents, numbers, now);
        }

        return TicketTable.Find(connection, number) is { } found
            && (change.ExpectedVersion is null || change.ExpectedVersion == found.Ticket.Version)
                ? Update(connection, found.Id, found.Ticket, change, contents, now)
                : ApplyResult.Conflict;
    }

    private static ApplyResult Create(
        Connection connection,
        TicketChange change,
        IReadOnlyList<PreparedContent> contents,
        TicketNumbers numbers,
        DateTimeOffset now)
    {
        var id = TicketTable.Create(connection, change, numbers, now);
        var (ticket, entryId) = Add(connection, id, change, change.Requester!, contents);
        return OperationTable.Record(
            connection,
            change.OperationId,
            id,
            new ApplyResult(ApplyStatus.Applied) { Ticket = ticket, Created = true, EntryId = entryId },
            now);
    }

    private static ApplyResult Update(
        Connection connection,
        long id,
        TicketSnapshot before,
        TicketChange change,
        IReadOnlyList<PreparedContent> contents,
        DateTimeOffset now)
    {
        TicketTable.Update(connection, id, change, now);
        var (ticket, entryId) = Add(connection, id, change, before.Requester, contents);
        var reopened = before.Status == TicketStatus.Closed && ticket.Status != TicketStatus.Closed;
        return OperationTable.Record(
            connection,
            change.OperationId,
            id,
            new ApplyResult(ApplyStatus.Applied) { Ticket = ticket, Reopened = reopened, EntryId = entryId },
            now);
    }

    private static (TicketSnapshot Ticket, string? EntryId) Add(
        Connection connection,
        long id,
        TicketChange change,
        Messages.EmailAddress requester,
        IReadOnlyList<PreparedContent> contents)
    {
        PeopleTable.Remove(connection, id, PeopleTable.Subscriber, change.RemoveSubscribers);
        PeopleTable.Add(connection, id, PeopleTable.Participant, change.AddParticipants, requester);
        PeopleTable.Add(connection, id, PeopleTable.Subscriber, change.AddSubscribers, requester);
        FieldTable.Set(connection, id, change.Fields);
        var entryId = change.Entry is { } entry ? EntryTable.Add(connection, id, entry, contents) : null;
        return (TicketTable.Find(connection, id), entryId);
    }
}
