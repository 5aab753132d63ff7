using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Mailing;

/// <summary>What a host asks of the mail engine. Safe on any thread.</summary>
/// <remarks>
/// When a task completes, what was asked is committed to the journal and survives a crash; entries and mail follow by
/// themselves, through the outbox. Handed over again with the same id nothing is taken twice. A request that can't be
/// fulfilled (no such ticket, no such template) is told by its row in the journal, and loses nothing.
/// </remarks>
public interface ITicketMailer
{
    /// <summary>Answers a ticket: an entry, and, unless it is internal, mail to the requester and the subscribers.</summary>
    /// <returns>The number of its row in the journal.</returns>
    /// <exception cref="ArgumentException">The ticket number or the text is empty.</exception>
    /// <exception cref="InvalidOperationException">There is no mailbox to answer from.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    Task<long> ReplyAsync(AgentReply reply, CancellationToken cancellationToken);

    /// <summary>Tells whom it concerns of something that happened to a ticket; <c>docs/reference/notifications.md</c> says who that is.</summary>
    /// <returns>The number of its row in the journal.</returns>
    /// <exception cref="ArgumentException">The ticket number is empty, an event of the host's own has no name, or a value is none that a template may have.</exception>
    /// <exception cref="InvalidOperationException">There is no mailbox to write from.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    Task<long> RaiseAsync(TicketNotice notice, CancellationToken cancellationToken);

    /// <summary>Sends a mail made from a template.</summary>
    /// <returns>The number of its row in the journal.</returns>
    /// <exception cref="ArgumentException">The template's name is empty, there is no recipient, or a value is none that a template may have.</exception>
    /// <exception cref="InvalidOperationException">There is no mailbox to write from.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    Task<long> SendAsync(TemplateMail mail, CancellationToken cancellationToken);

    /// <summary>Sends a mail that the host composed itself.</summary>
    /// <returns>The number of its row in the journal.</returns>
    /// <exception cref="ArgumentException">There is no recipient, or the octets are no mail with one address in From.</exception>
    /// <exception cref="StoreUnavailableException">Nothing was written; try again later.</exception>
    Task<long> SendAsync(ReadyMail mail, CancellationToken cancellationToken);

    /// <summary>Says who would be told of something, and why, without telling anybody.</summary>
    /// <returns>The plan; without lines where there is no such ticket.</returns>
    /// <exception cref="StoreUnavailableException">The stores can't be reached; try again later.</exception>
    Task<NotificationPlan> PlanAsync(TicketNotice notice, CancellationToken cancellationToken);
}
