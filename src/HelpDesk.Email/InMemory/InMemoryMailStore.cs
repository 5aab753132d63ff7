using HelpDesk.Email.Erasure;
using HelpDesk.Email.InMemory.Mail;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory;

/// <summary>The SDK's own state, as long as the process lives: for tests and trials.</summary>
/// <remarks>
/// Follows every rule of <see cref="IMailStore"/> but durability, for one process. Content of more than 1 MB lies in
/// temporary files until the store is disposed. Safe on any thread.
/// </remarks>
public sealed class InMemoryMailStore : IMailStore, IDisposable
{
    private readonly MailTables _tables;
    private readonly InMemoryNodes _nodes;

    /// <summary>Makes an empty store.</summary>
    /// <param name="clock">The store's own clock: leases, delays and throttle windows run on it.</param>
    public InMemoryMailStore(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _tables = new MailTables(clock);
        _nodes = new InMemoryNodes(_tables);
        Journal = new InMemoryJournal(_tables);
        Queue = new InMemoryJournalQueue(_tables);
        MessageIndex = new InMemoryMessageIndex(_tables);
        Outbox = new InMemoryOutbox(_tables);
        SuppressedAddresses = new InMemorySuppressedAddresses(_tables);
        HostEvents = new InMemoryHostEventQueue(_tables);
        Mailboxes = new InMemoryMailboxStates();
        Leases = new InMemoryLeases(clock);
        Retention = new InMemoryMailRetention(_tables);
        Backlog = new InMemoryMailBacklog(_tables);
    }

    /// <inheritdoc/>
    /// <value>Always <see langword="false"/>.</value>
    public bool IsDurable => false;

    /// <inheritdoc/>
    public IMailJournal Journal { get; }

    /// <inheritdoc/>
    public IJournalQueue Queue { get; }

    /// <inheritdoc/>
    public IMessageIndex MessageIndex { get; }

    /// <inheritdoc/>
    public IOutbox Outbox { get; }

    /// <inheritdoc/>
    public ISuppressedAddresses SuppressedAddresses { get; }

    /// <inheritdoc/>
    public IHostEventQueue HostEvents { get; }

    /// <inheritdoc/>
    public IMailboxStates Mailboxes { get; }

    /// <inheritdoc/>
    public ILeases Leases { get; }

    /// <inheritdoc/>
    public IMailRetention Retention { get; }

    /// <inheritdoc/>
    public IMailBacklog Backlog { get; }

    /// <inheritdoc/>
    public ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_nodes.Join(wishedName));
    }

    /// <summary>Lets all octets go; contents can't be opened any more.</summary>
    public void Dispose() => _tables.Dispose();

    /// <summary>Makes a mail known as one of a ticket's, as if it had come or gone before.</summary>
    internal void Remember(IndexedMessage message)
    {
        lock (_tables.Gate)
        {
            _tables.MessageIndex.TryAdd(message.MessageId, message);
        }
    }

    /// <summary>The tickets in which a person wrote.</summary>
    internal IReadOnlyList<string> TicketsOf(ErasedPerson person)
    {
        lock (_tables.Gate)
        {
            return [.. MailErasure.TicketsOf(_tables, person)];
        }
    }

    /// <summary>Forgets a person.</summary>
    internal ErasureCounts Erase(ErasedPerson person, IReadOnlyList<string> touched)
    {
        lock (_tables.Gate)
        {
            return MailErasure.Erase(_tables, person, touched);
        }
    }

    /// <summary>Takes every process that has joined for dead, as a crash would: their names are free, their claims are not.</summary>
    internal void ForgetNodes() => _nodes.Forget();
}
