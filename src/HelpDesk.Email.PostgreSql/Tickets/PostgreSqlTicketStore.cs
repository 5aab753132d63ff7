using System.Runtime.CompilerServices;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

internal sealed class PostgreSqlTicketStore(Database database, TicketNumbers numbers) : ITicketStore, ITicketQueries
{
    private const int PageSize = 50;

    private readonly TicketTransitions _transitions = new(database, numbers);

    public async ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var numbers = lookup.Numbers.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (numbers.Count == 0)
        {
            return [];
        }

        var found = await QueryAsync(TicketTable.Find(numbers), TicketTable.Map, cancellationToken).ConfigureAwait(false);
        var byKey = found.ToDictionary(each => TicketTable.KeyOf(each.Ticket.Number), each => each.Ticket, StringComparer.Ordinal);
        return [.. numbers.Select(number => byKey.GetValueOrDefault(TicketTable.KeyOf(number))).OfType<TicketSnapshot>()];
    }

    public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (change.IsEmpty || change.Entry is not { Attachments.Count: > 0 } entry)
        {
            return await ApplyAsync(change, [], cancellationToken).ConfigureAwait(false);
        }

        // Files that are stored already are not read again only to be told so.
        var asked = await QueryAsync(
            OperationTable.Find(change.OperationId, entry.Attachments.Select(file => Convert.FromHexString(file.Sha256))),
            row => (Result: row.TextOrNull(), Stored: row.OctetsList()),
            cancellationToken).ConfigureAwait(false);
        var (recorded, hashes) = asked[0];
        if (recorded is not null)
        {
            return ApplyResult.FromJson(recorded);
        }

        var stored = hashes.Select(Convert.ToHexString).ToHashSet(StringComparer.OrdinalIgnoreCase);

        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var contents = new List<PreparedContent>();
            foreach (var file in entry.Attachments)
            {
                var hash = Convert.FromHexString(file.Sha256);
                contents.Add(stored.Contains(file.Sha256)
                    ? new PreparedContent(hash, file.Size)
                    : await staging.AddNewAsync(hash, file.Size, file.Open, cancellationToken).ConfigureAwait(false));
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
            var page = await QueryAsync(TicketTable.List(below, size), TicketTable.Map, cancellationToken).ConfigureAwait(false);
            foreach (var (id, ticket) in page)
            {
                below = id;
                yield return ticket;
            }

            limit = page.Count < size ? 0 : limit - size;
        }
    }

    public async ValueTask<IReadOnlyList<TicketSnapshot>> OfRequesterAsync(EmailAddress requester, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        [.. (await QueryAsync(TicketTable.OfRequester(requester, since, limit), TicketTable.Map, cancellationToken).ConfigureAwait(false)).Select(each => each.Ticket)];

    public async IAsyncEnumerable<TicketEntry> EntriesAsync(string ticketNumber, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int count;
        var after = 0L;
        do
        {
            var page = await QueryAsync(EntryTable.List(ticketNumber, after, PageSize), EntryTable.Map, cancellationToken).ConfigureAwait(false);
            count = page.Count;
            foreach (var entry in await WithFilesAsync(page, cancellationToken).ConfigureAwait(false))
            {
                yield return entry;
            }

            after = count > 0 ? page[^1].Id : after;
        }
        while (count == PageSize);
    }

    public async ValueTask<IReadOnlyList<TicketEntry>> NewestEntriesAsync(string ticketNumber, int limit, CancellationToken cancellationToken)
    {
        var newest = await QueryAsync(EntryTable.Newest(ticketNumber, limit), EntryTable.Map, cancellationToken).ConfigureAwait(false);
        return await WithFilesAsync([.. Enumerable.Reverse(newest)], cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<IdleTicket> IdleSinceAsync(DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var silent = await QueryAsync(Sql.Read(TicketTable.IdleSql).Add(before), row => (Id: row.Number(), EntryId: row.Number()), cancellationToken).ConfigureAwait(false);
        foreach (var page in silent.Chunk(PageSize))
        {
            var tickets = (await QueryAsync(TicketTable.Find(page.Select(each => each.Id)), TicketTable.Map, cancellationToken).ConfigureAwait(false)).ToDictionary(each => each.Id, each => each.Ticket);
            var entries = (await QueryAsync(EntryTable.Find(page.Select(each => each.EntryId)), EntryTable.Map, cancellationToken).ConfigureAwait(false)).ToDictionary(each => each.Id, each => each.Entry);
            foreach (var (id, entryId) in page)
            {
                yield return new IdleTicket(tickets[id], entries[entryId]);
            }
        }
    }

    public async IAsyncEnumerable<TicketSnapshot> ClosedBetweenAsync(DateTimeOffset after, DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = (At: after, Id: long.MaxValue);
        for (var isMore = true; isMore;)
        {
            var page = await QueryAsync(TicketTable.ClosedBetween(last, until, PageSize), TicketTable.Map, cancellationToken).ConfigureAwait(false);
            foreach (var (id, ticket) in page)
            {
                last = (ticket.ClosedAt!.Value, id);
                yield return ticket;
            }

            isMore = page.Count == PageSize;
        }
    }

    private ValueTask<List<T>> QueryAsync<T>(Sql select, Func<RowReader, T> map, CancellationToken cancellationToken) =>
        database.ReadAsync((session, token) => session.QueryAsync([select], map, token), cancellationToken);

    private ValueTask<ApplyResult> ApplyAsync(TicketChange change, IReadOnlyList<PreparedContent> contents, CancellationToken cancellationToken) =>
        database.RunAsync((session, token) => _transitions.ApplyAsync(session, change, contents, token), cancellationToken);

    private async ValueTask<IReadOnlyList<TicketEntry>> WithFilesAsync(List<(long Id, TicketEntry Entry)> entries, CancellationToken cancellationToken)
    {
        var files = entries.Count == 0 ? [] : await QueryAsync(
            AttachmentTable.Find(entries.Select(each => each.Id)), row => AttachmentTable.Map(database, row), cancellationToken).ConfigureAwait(false);
        var byEntry = files.ToLookup(file => file.EntryId, file => file.File);
        return [.. entries.Select(each => each.Entry with { Attachments = [.. byEntry[each.Id]] })];
    }
}
