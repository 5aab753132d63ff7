using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.HostEvents;
using HelpDesk.Email.Sqlite.Journal;
using HelpDesk.Email.Sqlite.Leases;
using HelpDesk.Email.Sqlite.Mailboxes;
using HelpDesk.Email.Sqlite.MessageIndex;
using HelpDesk.Email.Sqlite.Nodes;
using HelpDesk.Email.Sqlite.Outbox;
using HelpDesk.Email.Sqlite.Retention;
using HelpDesk.Email.Sqlite.Suppressed;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite;

/// <summary>The SDK's own state in one file. Several processes of one machine may share it.</summary>
internal sealed class SqliteMailStore(Database database) : IMailStore
{
    private readonly SqliteNodes _nodes = new(database);

    public bool IsDurable => true;

    public IMailJournal Journal { get; } = new SqliteJournal(database);

    public IJournalQueue Queue { get; } = new SqliteJournalQueue(database);

    public IMessageIndex MessageIndex { get; } = new SqliteMessageIndex(database);

    public IOutbox Outbox { get; } = new SqliteOutbox(database);

    public ISuppressedAddresses SuppressedAddresses { get; } = new SqliteSuppressedAddresses(database);

    public IHostEventQueue HostEvents { get; } = new SqliteHostEvents(database);

    public IMailboxStates Mailboxes { get; } = new SqliteMailboxStates(database);

    public ILeases Leases { get; } = new SqliteLeases(database);

    public IMailRetention Retention { get; } = new SqliteMailRetention(database);

    public IMailBacklog Backlog { get; } = new SqliteMailBacklog(database);

    public ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken) => _nodes.JoinAsync(wishedName, cancellationToken);
}
