using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>Applies a change in the order that <see cref="ITicketStore.ApplyAsync"/> prescribes, in one transaction of two round trips: the change, and the record of its result.</summary>
internal sealed class TicketTransitions(Database database, TicketNumbers numbers)
{
    public async ValueTask<ApplyResult> ApplyAsync(Session session, TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken)
    {
        if (change.IsEmpty)
        {
            return await VoidAsync(session, change.OperationId, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await ChangeAsync(session, change, contents, cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == Refusal.OperationKnown)
        {
            var recorded = await session.QueryAsync([Rollback, OperationTable.Find(change.OperationId)], row => row.Text(), cancellationToken).ConfigureAwait(false);
            return ApplyResult.FromJson(recorded[0]);
        }
        catch (PostgresException e) when (e.SqlState == Refusal.TicketChanged)
        {
            await session.ExecuteAsync([Rollback], cancellationToken).ConfigureAwait(false);
            return ApplyResult.Conflict;
        }
        catch (PostgresException e) when (e.SqlState == Refusal.NumberTooSmall)
        {
            await session.ExecuteAsync([Rollback], cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(numbers.Advance(database.LockOf("ticket number")), cancellationToken).ConfigureAwait(false);
            return await ApplyAsync(session, change, contents, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Sql Rollback => Sql.Write("ROLLBACK");

    private async ValueTask<ApplyResult> VoidAsync(Session session, Guid operationId, CancellationToken cancellationToken)
    {
        var recorded = await session.QueryAsync(
            [OperationTable.PurgeVoid(database), OperationTable.RecordVoid(database, operationId), OperationTable.Find(operationId)],
            row => row.Text(),
            cancellationToken).ConfigureAwait(false);
        return ApplyResult.FromJson(recorded[0]);
    }

    private async ValueTask<ApplyResult> ChangeAsync(Session session, TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken)
    {
        var results = await session.QueryAsync(
            [Sql.Write("BEGIN"), .. Change(change, contents), TicketTable.Changed()], TicketTable.MapChanged, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync([OperationTable.Record(change.OperationId, results[0]), Sql.Write("COMMIT")], cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    /// <summary>The statements of a change. Of two calls with one id the second waits at the first statement, and at the second finds what the first recorded.</summary>
    internal IEnumerable<Sql> Change(TicketChange change, IReadOnlyList<PreparedContent> contents) =>
    [
        OperationTable.Take(database, change.OperationId),
        OperationTable.RequireNew(change.OperationId),
        .. change.TicketNumber is { } number
            ? (IEnumerable<Sql>)[TicketTable.Lock(number, change.ExpectedVersion), TicketTable.Update(database, change)]
            : [numbers.Draw(), TicketTable.Create(database, numbers, change)],
        .. PeopleTable.Remove(PeopleTable.Subscriber, change.RemoveSubscribers),
        .. PeopleTable.Add(PeopleTable.Participant, change.AddParticipants),
        .. PeopleTable.Add(PeopleTable.Subscriber, change.AddSubscribers),
        .. FieldTable.Set(change.Fields),
        .. ContentTable.Store(contents),
        .. change.Entry is { } entry
            ? (IEnumerable<Sql>)[EntryTable.Add(entry), .. entry.Attachments.Select((file, i) => AttachmentTable.Add(file, contents[i].Hash))]
            : [],
    ];
}
