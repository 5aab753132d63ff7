using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

internal sealed class SqliteTicketStore(Database database, TicketNumbers numbers) : ITicketStore, ITicketQueries
{
    private const int PageSize = 50;

    public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<TicketSnapshot>>(
            connection =>
            [
                .. lookup.Numbers
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(number => TicketTable.Find(connection, number)?.Ticket)
                    .OfType<TicketSnapshot>(),
            ],
            cancellationToken);

    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (change.IsEmpty || change.Entry is not { Attachments.Count: > 0 } entry)
        {
            return await ApplyAsync(change, [], cancellationToken).ConfigureAwait(false);
        }

        // Files that are stored already are not read again only to be told so.
        var recorded = await database.ReadAsync(connection => OperationTable.Find(connection, change.OperationId), cancellationToken).ConfigureAwait(false);
        if (recorded is not null)
        {
            return recorded;
        }

        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var contents = new List<PreparedContent>();
            foreach (var file in entry.Attachments)
            {
                var hash = Convert.FromHexString(file.Sha256);
                contents.Add(await staging.AddAsync(hash, file.Size, file.Open, cancellationToken).ConfigureAwait(false));
            }

            return await ApplyAsync(change, contents, cancellationToken).ConfigureAwait(false);
        }
    }

    public async IAsyncEnumerable<TicketSnapshot> ListAsync(int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var below = long.MaxValue;
        while (limit > 0)
        {
            var size = Math.Min(limit, PageSize);
            var page = await database.ReadAsync(connection => TicketTable.List(connection, below, size), cancellationToken).ConfigureAwait(false);
            foreach (var (id, ticket) in page)
            {
                below = id;
                yield return ticket;
            }

            limit = page.Count < size ? 0 : limit - size;
        }
    }

    public ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => TicketTable.OfRequester(connection, requester, since, limit), cancellationToken);

    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var ticket = await database.ReadAsync(connection => TicketTable.Find(connection, ticketNumber)?.Id, cancellationToken).ConfigureAwait(false);
        var after = 0L;
        while (ticket is { } id)
        {
            var page = await database.ReadAsync(connection => EntryTable.List(connection, database, id, after, PageSize), cancellationToken).ConfigureAwait(false);
            foreach (var (entryId, entry) in page)
            {
                after = entryId;
                yield return entry;
            }

            ticket = page.Count < PageSize ? null : ticket;
        }
    }

    public ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => TicketTable.Find(connection, ticketNumber) is { } ticket ? EntryTable.Newest(connection, database, ticket.Id, limit) : [],
            cancellationToken);

    public async IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var silent = await database.ReadAsync(connection => TicketTable.Idle(connection, before), cancellationToken).ConfigureAwait(false);
        foreach (var page in silent.Chunk(PageSize))
        {
            var idle = await database.ReadAsync<IReadOnlyList<IdleTicket>>(
                connection => [.. page.Select(each => new IdleTicket(TicketTable.Find(connection, each.Id), EntryTable.Get(connection, each.EntryId)))],
                cancellationToken).ConfigureAwait(false);
            foreach (var each in idle)
            {
                yield return each;
            }
        }
    }

    public async IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = (At: after, Id: long.MaxValue);
        for (var isMore = true; isMore;)
        {
            var page = await database.ReadAsync(connection => TicketTable.ClosedBetween(connection, last, until, PageSize), cancellationToken).ConfigureAwait(false);
            foreach (var (id, ticket) in page)
            {
                last = (ticket.ClosedAt!.Value, id);
                yield return ticket;
            }

            isMore = page.Count == PageSize;
        }
    }

    private ValueTask<ApplyResult> ApplyAsync(TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => TicketTransitions.Apply(connection, change, contents, numbers, database.Now),
            contents.Sum(content => content.Weight),
            cancellationToken);
}
