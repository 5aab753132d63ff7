using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Nodes;

internal sealed class SqliteNode(NodeLock nameLock) : IMailStoreNode
{
    public string Name => nameLock.Name;

    public ValueTask DisposeAsync()
    {
        nameLock.Dispose();
        return ValueTask.CompletedTask;
    }
}
