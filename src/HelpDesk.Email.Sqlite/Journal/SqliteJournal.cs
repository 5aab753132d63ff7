using HelpDesk.Email.Messages;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

internal sealed class SqliteJournal(Database database) : IMailJournal
{
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (entries.Count == 0)
        {
            return [];
        }

        var staging = new ContentStaging(database);
        await using (staging.ConfigureAwait(false))
        {
            var contents = new PreparedContent[entries.Count];
            for (var i = 0; i < contents.Length; i++)
            {
                contents[i] = await staging.AddAsync(entries[i].Content, cancellationToken).ConfigureAwait(false);
            }

            return await database.WriteAsync<IReadOnlyList<AppendResult>>(
                connection =>
                {
                    var now = database.Now;
                    return [.. entries.Select((entry, i) => JournalTable.Append(connection, entry, contents[i], now))];
                },
                contents.Sum(content => content.Weight),
                cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<IReadOnlyList<JournalEntry>> FindAsync(JournalQuery query, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => JournalRows.Find(connection, query), cancellationToken);

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => StoredContent.OpenOfRow(connection, database, id), cancellationToken);

    public async ValueTask MarkAcknowledgedAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) => await database.WriteLastAsync(
        connection =>
        {
            foreach (var id in ids)
            {
                JournalTable.MarkAcknowledged(connection, id);
            }

            return ids.Count;
        },
        cancellationToken).ConfigureAwait(false);

    public ValueTask<bool> DiscardAsync(long id, string trace, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => JournalEndings.Discard(connection, id, trace), cancellationToken);

    public ValueTask<bool> ReplayAsync(long id, Guid operationId, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => JournalEndings.Replay(connection, id, operationId, database.Now), cancellationToken);
}
