using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Mailboxes;

/// <summary>The mailboxes in memory by the names that the settings give them; the factory of <c>Kind</c> <c>Memory</c>. Safe on any thread.</summary>
public sealed class InMemoryMailboxes : IMailboxSourceFactory
{
    private readonly ConcurrentDictionary<string, InMemoryMailbox> _mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly TimeProvider _time;

    /// <summary>Makes a set without mailboxes.</summary>
    public InMemoryMailboxes(TimeProvider time) => _time = time;

    /// <inheritdoc/>
    public string Kind => "Memory";

    /// <inheritdoc/>
    public AfterProcessing DefaultAction => AfterProcessing.MarkRead;

    /// <summary>A mailbox by its name; made at first use.</summary>
    public InMemoryMailbox this[string name] => _mailboxes.GetOrAdd(name, _ => new InMemoryMailbox());

    /// <inheritdoc/>
    public IEnumerable<string> Validate(MailboxOptions mailbox) => [];

    /// <inheritdoc/>
    public IMailboxSource Create(string name, MailboxOptions mailbox) => new InMemoryMailboxSource(this[name], _time);
}
