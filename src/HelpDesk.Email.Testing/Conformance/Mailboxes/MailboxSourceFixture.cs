using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Conformance.Mailboxes;

/// <summary>What the suite needs to know of the mailbox source it examines; derive it for yours.</summary>
/// <remarks>Each case makes one fixture, with a mailbox of its own, and disposes it. Cases may run at once.</remarks>
public abstract class MailboxSourceFixture : IAsyncDisposable
{
    /// <summary>What the source can do with committed mail, beside leaving it.</summary>
    public abstract IReadOnlyList<AfterProcessing> Actions { get; }

    /// <summary>Whether the source can begin behind what lies there (<see cref="IMailboxSource.SkipAsync"/>).</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool CanSkip => true;

    /// <summary>How long the largest mail of the suite is; less where the mailbox takes less.</summary>
    /// <value>The default is 26,214,400 octets, that is 25 MB.</value>
    public virtual int LargestMail => 25 << 20;

    /// <summary>Whether the source, or its other side in this process, makes another copy of a whole mail in memory.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public virtual bool HoldsMails => false;

    /// <summary>Whether two sources can be connected to the mailbox at once.</summary>
    /// <value>The default is <see langword="true"/>.</value>
    public virtual bool TakesTwo => true;

    /// <summary>Opens the mailbox; called again it opens another source over the same mailbox, as after a restart. The suite disposes it.</summary>
    /// <param name="action">What will be done with committed mail.</param>
    public abstract IMailboxSource Open(AfterProcessing action);

    /// <summary>Puts a mail into the mailbox, behind those that lie there; a look finds it from now on.</summary>
    public abstract ValueTask DeliverAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken);

    /// <summary>The octets of the mails that lie in the mailbox, in any order, by another way than the source's.</summary>
    public abstract ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Takes a mail out of the mailbox, as another client does.</summary>
    public abstract ValueTask RemoveAsync(ReadOnlyMemory<byte> octets, CancellationToken cancellationToken);

    /// <summary>Removes what the fixture made.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
