namespace HelpDesk.Email.Storage;

/// <summary>The SDK's own state: one registration, because it commits together. The properties are views of it by role.</summary>
/// <remarks>
/// <para>All members are called from several threads at once; stores for more than one process say so in their documentation.</para>
/// <para>Strings that are called "in the engine's words" are opaque to a store. Members throw
/// <see cref="Messages.StoreUnavailableException"/> when a retry may help.</para>
/// <para>The rules are held by the conformance suite of <c>HelpDesk.Email.Testing</c>.</para>
/// </remarks>
public interface IMailStore
{
    /// <summary>Whether what is committed survives the process and the power: without it no source may delete or move mail.</summary>
    bool IsDurable { get; }

    /// <summary>The journal, for those who write mail into it and look things up.</summary>
    IMailJournal Journal { get; }

    /// <summary>The journal, for those who process it.</summary>
    IJournalQueue Queue { get; }

    /// <summary>Which ticket a Message-ID belongs to.</summary>
    IMessageIndex MessageIndex { get; }

    /// <summary>Mail on its way out.</summary>
    IOutbox Outbox { get; }

    /// <summary>Addresses that get no mail for a time.</summary>
    ISuppressedAddresses SuppressedAddresses { get; }

    /// <summary>Events that wait to be told to the host.</summary>
    IHostEventQueue HostEvents { get; }

    /// <summary>What is remembered of each mailbox.</summary>
    IMailboxStates Mailboxes { get; }

    /// <summary>Leases.</summary>
    ILeases Leases { get; }

    /// <summary>How long octets and failed mail are kept.</summary>
    IMailRetention Retention { get; }

    /// <summary>How much work waits.</summary>
    IMailBacklog Backlog { get; }

    /// <summary>Prepares the store (migrations) and joins it under a name that no other living process has.</summary>
    /// <remarks>
    /// The name is the wished one, or that with <c>-2</c>, <c>-3</c>... when a living process has it; it is guarded by a lock
    /// that dies with the process. What an earlier process of the same name had claimed is free at once, seen as attempts
    /// that ended with their process.
    /// </remarks>
    ValueTask<IMailStoreNode> JoinAsync(string wishedName, CancellationToken cancellationToken);
}
