using System.Runtime.CompilerServices;
using AcmeDesk.Data;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>Acme's tickets as HelpDesk.Email sees them: what an integrator writes. Safe on any thread and in several processes.</summary>
public sealed class AcmeTicketStore(AcmeDatabase database, TimeProvider time) : ITicketStore, ITicketQueries
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<TicketSnapshot>>(
            connection => [.. lookup.Numbers.Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(number => TicketTable.Select(connection, "number = $value", number, 1))],
            cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var connection = database.Open();

            // The write lock at once: of two calls with one id the second waits here, and then finds what the first recorded.
            await using var transaction = connection.BeginTransaction(deferred: false);
            if (OperationTable.Find(connection, change.OperationId) is { } recorded)
            {
                return recorded;
            }

            var result = change.IsEmpty ? ApplyResult.Void : await ChangeAsync(connection, change, cancellationToken);
            if (result.Status != ApplyStatus.Conflict)
            {
                OperationTable.Record(connection, change.OperationId, result, time.GetUtcNow());
                await transaction.CommitAsync(cancellationToken);
            }

            return result;
        }
        catch (SqliteException e) when (IsBusy(e))
        {
            throw new StoreUnavailableException("Acme's database is busy.", e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ticket in await Read(connection => TicketTable.Select(connection, "$value IS NULL", null, limit), cancellationToken))
        {
            yield return ticket;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<TicketSnapshot>>(
            connection => [.. TicketTable.Select(connection, "requester = $value", requester.Address, int.MaxValue).Where(ticket => ticket.Created >= since).Take(limit)],
            cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in await Read(connection => MessageTable.Select(database, connection, ticketNumber, int.MaxValue), cancellationToken))
        {
            yield return entry;
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<TicketEntry>>(connection => MessageTable.Select(database, connection, ticketNumber, limit), cancellationToken);

    private async Task<ApplyResult> ChangeAsync(SqliteConnection connection, TicketChange change, CancellationToken cancellationToken)
    {
        var before = change.TicketNumber is { } number ? TicketTable.Select(connection, "number = $value", number, 1) : [];
        if (change.TicketNumber is not null && (before.Count == 0 || !TicketTable.Update(connection, before[0], change, time.GetUtcNow())))
        {
            return ApplyResult.Conflict;
        }

        var after = before.Count == 0 ? TicketTable.Insert(connection, change, time.GetUtcNow()) : before[0].Number;
        PersonTable.Change(connection, after, change, before.Count == 0 ? change.Requester! : before[0].Requester);
        var entry = change.Entry is null ? null : await MessageTable.InsertAsync(connection, after, change.Entry, cancellationToken);
        var ticket = TicketTable.Select(connection, "number = $value", after, 1)[0];
        return new ApplyResult(ApplyStatus.Applied)
        {
            Ticket = ticket,
            Created = before.Count == 0,
            Reopened = before is [{ Status: TicketStatus.Closed }] && ticket.Status != TicketStatus.Closed,
            EntryId = entry,
        };
    }

    // What another try may cure; anything else is an error, and counts as one.
    private static bool IsBusy(SqliteException e) => e.SqliteErrorCode is SqliteBusy or SqliteLocked;

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
            throw new StoreUnavailableException("Acme's database is busy.", e);
        }
    }
}
