namespace HelpDesk.Email.Storage;

/// <summary>What is remembered of each mailbox between two connections.</summary>
public interface IMailboxStates
{
    /// <summary>The state of a mailbox; <see langword="null"/> before the first one was written.</summary>
    ValueTask<MailboxState?> ReadAsync(string mailbox, CancellationToken cancellationToken);

    /// <summary>Replaces the state of a mailbox.</summary>
    ValueTask WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken);
}
