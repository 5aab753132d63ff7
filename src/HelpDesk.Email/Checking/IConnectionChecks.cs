using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Checking;

/// <summary>Tries the configured mailboxes and accounts, for "Test connection" in a host's settings. Safe on any thread.</summary>
public interface IConnectionChecks
{
    /// <summary>Tries every enabled mailbox that is polled, and every outgoing account, one after the other. Fetches, changes and sends nothing.</summary>
    IAsyncEnumerable<CheckedConnection> CheckAllAsync(CancellationToken cancellationToken);

    /// <summary>Sends one mail at once, past the outbox, and tells what the server said.</summary>
    /// <param name="account">The name of the outgoing account.</param>
    /// <param name="recipient">To whom.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    ValueTask<CheckReport> SendTestAsync(string account, EmailAddress recipient, CancellationToken cancellationToken);

    /// <summary>Sends a test of the error mail as <c>Monitor:ErrorMail</c> says, whatever its level, and tells what the server said.</summary>
    ValueTask<CheckReport> SendTestErrorMailAsync(CancellationToken cancellationToken);
}
