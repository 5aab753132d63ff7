using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailing;

/// <summary>What a host asks of the mail engine. Safe on any thread.</summary>
public interface ITicketMailer
{
    /// <summary>Answers a ticket: an entry, and, unless it is internal, mail to the requester and the subscribers.</summary>
    /// <remarks>
    /// When the task completes the answer is committed to the journal and survives a crash; entry and mail follow by
    /// themselves. Handed over again with the same id it is not taken twice.
    /// </remarks>
    /// <returns>The number of its row in the journal.</returns>
    /// <exception cref="ArgumentException">The ticket number or the text is empty.</exception>
    /// <exception cref="InvalidOperationException">There is no mailbox to answer from.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken);
}
