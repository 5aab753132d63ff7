using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Composition;

/// <summary>Makes the links of a mail about a ticket.</summary>
internal interface IMailLinks
{
    /// <summary>The links.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <param name="recipients">Everybody whom the mail goes to; of several none gets a link of their own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<MailLinks> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken);
}
