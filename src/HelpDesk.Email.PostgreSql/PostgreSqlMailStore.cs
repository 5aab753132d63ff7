using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.HostEvents;
using HelpDesk.Email.PostgreSql.Journal;
using HelpDesk.Email.PostgreSql.Leases;
using HelpDesk.Email.PostgreSql.Mailboxes;
using HelpDesk.Email.PostgreSql.MessageIndex;
using HelpDesk.Email.PostgreSql.Nodes;
using HelpDesk.Email.PostgreSql.Outbox;
using HelpDesk.Email.PostgreSql.Retention;
using HelpDesk.Email.PostgreSql.Suppressed;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql;

/// <summary>The SDK's own state in one schema. Any number of processes on any number of machines may share it.</summary>
internal sealed class PostgreSqlMailStore(Database database) : IMailStore
{
    private readonly PostgreSqlNodes _nodes = new(database);

    public bool IsDurable => true;

    public IMailJournal Journal { get; } = new PostgreSqlJournal(database);

    public IJournalQueue Queue { get; } = new PostgreSqlJournalQueue(database);

    public IMessageIndex MessageIndex { get; } = new PostgreSqlMessageIndex(database);

    public IOutbox Outbox { get; } = new PostgreSqlOutbox(database);

    public ISuppressedAddresses SuppressedAddresses { get; } = new PostgreSqlSuppressedAddresses(database);

    public IHostEventQueue HostEvents { get; } = new PostgreSqlHostEvents(database);

    public IMailboxStates Mailboxes { get; } = new PostgreSqlMailboxStates(database);

    public ILeases Leases { get; } = new PostgreSqlLeases(database);

    public IMailRetention Retention { get; } = new PostgreSqlMailRetention(database);

    public IMailBacklog Backlog { get; } = new PostgreSqlMailBacklog(database);

    public ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken) => _nodes.JoinAsync(wishedName, cancellationToken);
}
