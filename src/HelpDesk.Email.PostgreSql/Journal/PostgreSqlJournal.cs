using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Contents;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Journal;

internal sealed class PostgreSqlJournal(Database database) : IMailJournal
{
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entries.Count == 0)
        {
            return [];
        }

        if (entries is [var single])
        {
            return [await AppendAsync(single, cancellationToken).ConfigureAwait(false)];
        }

        var looked = await LookAsync(entries, cancellationToken).ConfigureAwait(false);
        var results = looked.Select(row => new AppendResult(row.Id, AppendStatus.Known)).ToArray();

        // Of the rows of one call with one receipt the first is written.
        var fresh = Enumerable.Range(0, entries.Count).Where(i => !looked[i].IsKnown).DistinctBy(i => (entries[i].Mailbox, entries[i].Receipt)).ToList();
        if (fresh.Count == 0)
        {
            return results;
        }

        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var rows = new List<(long? Id, NewJournalEntry Entry, PreparedContent Content)>();
            foreach (var i in fresh)
            {
                rows.Add((looked[i].Id, entries[i], await staging.AddAsync(entries[i].Content, cancellationToken).ConfigureAwait(false)));
            }

            var written = await WriteAsync(rows, cancellationToken).ConfigureAwait(false);
            foreach (var i in fresh)
            {
                if (written.TryGetValue(looked[i].Id, out var isCopy))
                {
                    results[i] = new AppendResult(looked[i].Id, isCopy ? AppendStatus.Duplicate : AppendStatus.Added);
                }
            }

            return written.Count == fresh.Count && fresh.Count == looked.Count(row => !row.IsKnown)
                ? results
                : await WithoutLosersAsync(entries, results, written, rows, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query, CancellationToken cancellationToken) =>
        await database.ReadAsync((session, token) => JournalRows.FindAsync(session, query, token), cancellationToken).ConfigureAwait(false);

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        StoredContent.OfJournalAsync(database, id, cancellationToken);

    public async ValueTask MarkAcknowledgedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var update = Sql.Write(
            """
            UPDATE journal SET needs_acknowledgement = false WHERE id IN (
                SELECT id FROM journal WHERE id = ANY ($1) AND needs_acknowledgement ORDER BY id FOR UPDATE)
            """).Add(ids);
        await database.ExecuteAsync([update], cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<bool> ReplayAsync(long id, Guid operationId, CancellationToken cancellationToken) =>
        TryAsync(JournalEndings.Replay(database, id, operationId), StoreNews.Journal, cancellationToken);

    public ValueTask<bool> DiscardAsync(long id, string trace, CancellationToken cancellationToken) =>
        TryAsync(JournalEndings.Discard(id, trace), StoreNews.None, cancellationToken);

    private async ValueTask<bool> TryAsync(IReadOnlyList<Sql> statements, StoreNews news, CancellationToken cancellationToken)
    {
        try
        {
            await database.ExecuteAsync(statements, news, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == Refusal.ClaimLost)
        {
            return false;
        }
    }

    // Nearly always it is new: to ask first would be half of the work.
    private async ValueTask<AppendResult> AppendAsync(NewJournalEntry entry, CancellationToken cancellationToken)
    {
        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var content = await staging.AddAsync(entry.Content, cancellationToken).ConfigureAwait(false);
            foreach (var (id, isCopy) in await WriteAsync([(null, entry, content)], cancellationToken).ConfigureAwait(false))
            {
                return new AppendResult(id, isCopy ? AppendStatus.Duplicate : AppendStatus.Added);
            }

            await ReleaseAsync([content.Hash], cancellationToken).ConfigureAwait(false);
            var looked = await LookAsync([entry], cancellationToken).ConfigureAwait(false);
            return new AppendResult(looked[0].Id, AppendStatus.Known);
        }
    }

    private async ValueTask<Dictionary<long, bool>> WriteAsync(IReadOnlyList<(long? Id, NewJournalEntry Entry, PreparedContent Content)> rows, CancellationToken cancellationToken)
    {
        var ring = database.Bell.For(StoreNews.Journal);
        var written = await database.RunAsync(
            (session, token) => JournalAppend.WriteAsync(session, database, rows, ring.Statements, token), cancellationToken).ConfigureAwait(false);
        ring.Committed();
        return written;
    }

    private ValueTask<int> ReleaseAsync(IReadOnlyList<byte[]> hashes, CancellationToken cancellationToken) =>
        database.RunAsync((session, token) => ContentRelease.ReleaseAsync(session, hashes, token), cancellationToken);

    private ValueTask<List<(long Id, bool IsKnown)>> LookAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken) =>
        database.ReadAsync((session, token) => JournalAppend.LookAsync(session, entries, token), cancellationToken);

    /// <summary>Another process, or an earlier row of this call, has some of the receipts: theirs stay.</summary>
    private async ValueTask<IReadOnlyList<AppendResult>> WithoutLosersAsync(
        IReadOnlyList<NewJournalEntry> entries,
        AppendResult[] results,
        Dictionary<long, bool> written,
        IReadOnlyList<(long? Id, NewJournalEntry Entry, PreparedContent Content)> rows,
        CancellationToken cancellationToken)
    {
        var hashes = rows.Where(row => !written.ContainsKey(row.Id!.Value)).Select(row => row.Content.Hash).ToList();
        if (hashes.Count > 0)
        {
            await ReleaseAsync(hashes, cancellationToken).ConfigureAwait(false);
        }

        var looked = await LookAsync(entries, cancellationToken).ConfigureAwait(false);
        return [.. results.Select((result, i) => written.ContainsKey(result.Id) ? result : new AppendResult(looked[i].Id, AppendStatus.Known))];
    }
}
