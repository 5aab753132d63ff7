using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Monitoring;

/// <summary>Watches the mailboxes that are polled; a host asks it how they are, and stops and starts them. Safe on any thread.</summary>
public interface IMailboxMonitor
{
    /// <summary>How each polled mailbox is, in the order of their names.</summary>
    IReadOnlyList<MailboxStatus> Mailboxes { get; }

    /// <summary>Stops reading a mailbox: what is committed goes on, nothing more is fetched until <see cref="Start"/> or a restart of the process.</summary>
    /// <param name="mailbox">Its name; <see langword="null"/> for all of them, those that are configured later too.</param>
    /// <exception cref="ArgumentException">There is no such mailbox.</exception>
    void Stop(string? mailbox);

    /// <summary>Reads a mailbox again that was stopped.</summary>
    /// <param name="mailbox">Its name; <see langword="null"/> for all of them.</param>
    /// <exception cref="ArgumentException">There is no such mailbox.</exception>
    void Start(string? mailbox);

    /// <summary>Looks at a mailbox now, also when it is suspended after errors.</summary>
    /// <param name="mailbox">Its name; <see langword="null"/> for all of them.</param>
    /// <exception cref="ArgumentException">There is no such mailbox.</exception>
    void LookNow(string? mailbox);

    /// <summary>Tries the connection to a mailbox beside the one that reads it; fetches and changes nothing.</summary>
    /// <exception cref="ArgumentException">There is no such mailbox.</exception>
    ValueTask<CheckReport> CheckAsync(string mailbox, CancellationToken cancellationToken);
}
