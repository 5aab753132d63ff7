using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.MessageIndex;

internal sealed class SqliteMessageIndex(Database database) : IMessageIndex
{
    public ValueTask<IReadOnlyList<IndexedMessage>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<IndexedMessage>>(
            connection =>
            {
                var found = new List<IndexedMessage>();
                foreach (var id in messageIds.Distinct(StringComparer.Ordinal))
                {
                    if (MessageIndexTable.Find(connection, id) is { } ticket)
                    {
                        found.Add(new IndexedMessage(id, ticket));
                    }
                }

                return found;
            },
            cancellationToken);
}
