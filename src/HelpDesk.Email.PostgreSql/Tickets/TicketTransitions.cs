using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Applies a change in the order that <see cref="ITicketStore.ApplyAsync"/> prescribes, in one transaction.</summary>
internal sealed class TicketTransitions(Database database, TicketNumbers numbers)
{
    public async ValueTask<ApplyResult> ApplyAsync(Session session, TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken)
    {
        if (change.IsEmpty)
        {
            return await VoidAsync(session, change.OperationId, cancellationToken).ConfigureAwait(false);
        }

        if (change.TicketNumber is not { } number)
        {
            return await CreateAsync(session, change, contents, cancellationToken).ConfigureAwait(false);
        }

        // The lock first, the ticket in a statement of its own: what was committed while it waited is seen.
        var recorded = await session.QueryAsync(
            [Sql.Write("BEGIN"), OperationTable.Take(database, change.OperationId), OperationTable.Find(change.OperationId), TicketTable.Lock(number)],
            row => row.TextOrNull(),
            cancellationToken).ConfigureAwait(false);
        if (recorded[0] is { } known)
        {
            return await GiveUpAsync(session, ApplyResult.FromJson(known), cancellationToken).ConfigureAwait(false);
        }

        var found = await session.QueryAsync([TicketTable.Find([number])], TicketTable.Map, cancellationToken).ConfigureAwait(false);
        if (found is not [var (id, before)] || (change.ExpectedVersion is { } expected && expected != before.Version))
        {
            return await GiveUpAsync(session, ApplyResult.Conflict, cancellationToken).ConfigureAwait(false);
        }

        var (after, entryId) = await WriteAsync(session, id, [TicketTable.Update(database, id, change)], change, before.Requester, contents, cancellationToken).ConfigureAwait(false);
        var reopened = before.Status == TicketStatus.Closed && after.Status != TicketStatus.Closed;
        return await RecordAsync(
            session, change, id, new ApplyResult(ApplyStatus.Applied) { Ticket = after, Reopened = reopened, EntryId = entryId }, contents, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ApplyResult> VoidAsync(Session session, Guid operationId, CancellationToken cancellationToken)
    {
        var recorded = await session.QueryAsync(
            [OperationTable.PurgeVoid(database), OperationTable.RecordVoid(database, operationId), OperationTable.Find(operationId)],
            row => row.Text(),
            cancellationToken).ConfigureAwait(false);
        return ApplyResult.FromJson(recorded[0]);
    }

    private async ValueTask<ApplyResult> CreateAsync(Session session, TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken)
    {
        var id = await numbers.NextAsync(session, database.LockOf("ticket number"), cancellationToken).ConfigureAwait(false);
        var create = TicketTable.Create(database, id, numbers.Format(id), change);
        var recorded = await session.QueryAsync(
            [Sql.Write("BEGIN"), OperationTable.Take(database, change.OperationId), OperationTable.Find(change.OperationId)],
            row => row.TextOrNull(),
            cancellationToken).ConfigureAwait(false);
        if (recorded[0] is { } known)
        {
            return await GiveUpAsync(session, ApplyResult.FromJson(known), cancellationToken).ConfigureAwait(false);
        }

        var (ticket, entryId) = await WriteAsync(session, id, [create], change, change.Requester!, contents, cancellationToken).ConfigureAwait(false);
        return await RecordAsync(
            session, change, id, new ApplyResult(ApplyStatus.Applied) { Ticket = ticket, Created = true, EntryId = entryId }, contents, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<(TicketSnapshot Ticket, string? EntryId)> WriteAsync(
        Session session,
        long id,
        IReadOnlyList<Sql> first,
        TicketChange change,
        EmailAddress requester,
        IReadOnlyList<PreparedContent> contents,
        CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(
            [
                .. first,
                .. PeopleTable.Remove(id, PeopleTable.Subscriber, change.RemoveSubscribers),
                .. PeopleTable.Add(id, PeopleTable.Participant, change.AddParticipants, requester),
                .. PeopleTable.Add(id, PeopleTable.Subscriber, change.AddSubscribers, requester),
                .. FieldTable.Set(id, change.Fields),
                .. ContentTable.Store(contents),
            ],
            cancellationToken).ConfigureAwait(false);
        var entry = change.Entry is { } added
            ? await session.FirstAsync(EntryTable.Add(id, added), row => row.Number(), cancellationToken).ConfigureAwait(false)
            : (long?)null;
        var ticket = await session.FirstAsync(TicketTable.Find(id), TicketTable.Map, cancellationToken).ConfigureAwait(false);
        return (ticket.Ticket, entry?.ToString(CultureInfo.InvariantCulture));
    }

    private static async ValueTask<ApplyResult> RecordAsync(
        Session session, TicketChange change, long id, ApplyResult result, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken)
    {
        List<Sql> statements = [];
        if (result.EntryId is { } entryId)
        {
            var entry = long.Parse(entryId, CultureInfo.InvariantCulture);
            statements.AddRange(change.Entry!.Attachments.Select((file, i) => AttachmentTable.Add(entry, file, contents[i].Hash)));
        }

        await session.ExecuteAsync([.. statements, OperationTable.Record(change.OperationId, id, result), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
        return result;
    }

    private static async ValueTask<ApplyResult> GiveUpAsync(Session session, ApplyResult result, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync([Sql.Write("ROLLBACK")], cancellationToken).ConfigureAwait(false);
        return result;
    }
}
