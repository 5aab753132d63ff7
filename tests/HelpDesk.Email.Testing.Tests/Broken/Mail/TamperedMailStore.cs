using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedMailStore(InMemoryMailStore inner, MailTampering tampering) : IMailStore
{
    private readonly List<IMailStoreNode> _nodes = [];

    public bool IsDurable => inner.IsDurable;

    public IMailJournal Journal { get; } = new TamperedJournal(inner.Journal, tampering);

    public IJournalQueue Queue { get; } = new TamperedJournalQueue(inner.Queue, tampering);

    public IMessageIndex MessageIndex { get; } = new TamperedMessageIndex(inner.MessageIndex, tampering);

    public IOutbox Outbox { get; } = new TamperedOutbox(inner.Outbox, tampering);

    public ISuppressedAddresses SuppressedAddresses { get; } = new TamperedSuppressedAddresses(inner.SuppressedAddresses, tampering);

    public IHostEventQueue HostEvents { get; } = new TamperedHostEventQueue(inner.HostEvents, tampering);

    public IMailboxStates Mailboxes { get; } = new TamperedMailboxStates(inner.Mailboxes, tampering);

    public ILeases Leases { get; } = new TamperedLeases(inner.Leases, tampering);

    public IMailRetention Retention { get; } = new TamperedRetention(inner.Retention, tampering);

    public IMailBacklog Backlog { get; } = new TamperedBacklog(inner.Backlog, tampering);

    public async ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken)
    {
        var node = await tampering.Join.CallAsync(wishedName, name => inner.JoinAsync(name, cancellationToken), cancellationToken);
        lock (_nodes)
        {
            _nodes.Add(node);
        }

        return node;
    }

    /// <summary>All processes die: the locks of their names go with them.</summary>
    public async Task CrashAsync()
    {
        foreach (var node in tampering.KeepsNames ? [] : _nodes.ToArray())
        {
            await node.DisposeAsync();
        }

        _nodes.Clear();
        tampering.Crash?.Invoke();
    }
}
