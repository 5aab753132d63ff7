using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>Acme's tickets as HelpDesk.Email sees them. Safe on any thread and in several processes.</summary>
public sealed class AcmeTicketStore(AcmeDatabase database, TimeProvider time) : ITicketStore, ITicketQueries
{
    #region store-find
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => Read<IReadOnlyList<TicketSnapshot>>(
        connection =>
        [
            .. lookup.Numbers
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(number => AcmeTickets.Find(connection, number)?.Ticket)
                .OfType<TicketSnapshot>(),
        ],
        cancellationToken);

    private ValueTask<T> Read<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var connection = database.Open();

            // One moment for a ticket and all that belongs to it.
            using var transaction = connection.BeginTransaction(deferred: true);
            return ValueTask.FromResult(read(connection));
        }
        catch (SqliteException e) when (IsBusy(e))
        {
            throw new StoreUnavailableException("Acme's ticket database is busy.", e);
        }
    }

    // SQLITE_BUSY and SQLITE_LOCKED: what another try may cure. Anything else is an error, and counts as one.
    private static bool IsBusy(SqliteException e) => e.SqliteErrorCode is 5 or 6;
    #endregion

    #region store-apply
    /// <inheritdoc/>
    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var connection = database.Open();

            // Takes the write lock at once: of two calls with one id the second waits here, and then finds what the first recorded.
            await using var transaction = connection.BeginTransaction(deferred: false);
            if (AcmeOperations.Find(connection, change.OperationId) is { } recorded)
            {
                return recorded;
            }

            var result = change switch
            {
                { IsEmpty: true } => ApplyResult.Void,
                { TicketNumber: null } => await CreateAsync(connection, change, cancellationToken),
                _ => await UpdateAsync(connection, change, cancellationToken),
            };
            if (result.Status == ApplyStatus.Conflict)
            {
                return result;
            }

            AcmeOperations.Record(connection, change.OperationId, result, time.GetUtcNow());
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        catch (SqliteException e) when (IsBusy(e))
        {
            throw new StoreUnavailableException("Acme's ticket database is busy.", e);
        }
    }
    #endregion

    #region store-change
    private async ValueTask<ApplyResult> CreateAsync(SqliteConnection connection, TicketChange change, CancellationToken cancellationToken)
    {
        var id = AcmeTickets.Insert(connection, change, time.GetUtcNow());
        var entryId = await AddAsync(connection, id, change, change.Requester!, cancellationToken);
        return new ApplyResult(ApplyStatus.Applied) { Ticket = AcmeTickets.Read(connection, id), Created = true, EntryId = entryId };
    }

    private async ValueTask<ApplyResult> UpdateAsync(SqliteConnection connection, TicketChange change, CancellationToken cancellationToken)
    {
        if (AcmeTickets.Find(connection, change.TicketNumber!) is not var (id, before) || !AcmeTickets.Update(connection, id, change, time.GetUtcNow()))
        {
            return ApplyResult.Conflict;
        }

        var entryId = await AddAsync(connection, id, change, before.Requester, cancellationToken);
        var after = AcmeTickets.Read(connection, id);
        return new ApplyResult(ApplyStatus.Applied)
        {
            Ticket = after,
            Reopened = before.Status == TicketStatus.Closed && after.Status != TicketStatus.Closed,
            EntryId = entryId,
        };
    }

    private static async ValueTask<string?> AddAsync(
        SqliteConnection connection, long ticketId, TicketChange change, EmailAddress requester, CancellationToken cancellationToken)
    {
        AcmePeople.Remove(connection, ticketId, AcmePeople.Subscriber, change.RemoveSubscribers);
        AcmePeople.Add(connection, ticketId, AcmePeople.Participant, change.AddParticipants, requester);
        AcmePeople.Add(connection, ticketId, AcmePeople.Subscriber, change.AddSubscribers, requester);
        return change.Entry is { } entry ? await AcmeEntries.AddAsync(connection, ticketId, entry, cancellationToken) : null;
    }
    #endregion

    #region store-lists
    /// <inheritdoc/>
    public IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, CancellationToken cancellationToken) =>
        PageAsync(connection => AcmeTickets.List(connection, limit), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Read(connection => AcmeTickets.OfRequester(connection, requester, since, limit), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, CancellationToken cancellationToken) =>
        PageAsync(connection => AcmeEntries.Newest(database, connection, ticketNumber, int.MaxValue), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken) =>
        Read(connection => AcmeEntries.Newest(database, connection, ticketNumber, limit), cancellationToken);

    private async IAsyncEnumerable<T> PageAsync<T>(Func<SqliteConnection, IReadOnlyList<T>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var each in await Read(read, cancellationToken))
        {
            yield return each;
        }
    }
    #endregion
}
