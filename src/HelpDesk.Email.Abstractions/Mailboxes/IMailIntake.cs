using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>The way in for mail that is pushed: the SMTP listener, webhooks and hosts use it. Safe on any thread.</summary>
public interface IMailIntake
{
    /// <summary>The name of the enabled mailbox that an envelope address reaches, or <see langword="null"/>.</summary>
    string? FindMailbox(string address);

    /// <summary>Takes a mail; when the task completes every row is committed.</summary>
    /// <returns>The numbers of the rows, one a mailbox.</returns>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    /// <exception cref="ArgumentException">A mailbox is not known.</exception>
    ValueTask<IReadOnlyList<long>> AcceptAsync(IntakeRequest request, CancellationToken cancellationToken);
}
