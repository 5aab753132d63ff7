using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.MessageIndex;

internal sealed class PostgreSqlMessageIndex(Database database) : IMessageIndex
{
    public async ValueTask<IReadOnlyList<IndexedMessage>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return messageIds.Count == 0 ? [] : await database.ReadAsync(
            (session, token) => session.QueryAsync([MessageIndexTable.Find(messageIds)], row => new IndexedMessage(row.Text(), row.Text()), token),
            cancellationToken).ConfigureAwait(false);
    }
}
