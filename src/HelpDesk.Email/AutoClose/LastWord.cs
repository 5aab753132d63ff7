using HelpDesk.Email.Contacts;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.AutoClose;

/// <summary>Knows who had the last word in a ticket: somebody who works on it, or somebody who waits for them.</summary>
internal sealed class LastWord(IContactDirectory contacts, ITicketAudience audience, IMailStore store)
{
    /// <summary>Whether a technician wrote a message: the assignee, an agent in the host, or who is known as one.</summary>
    public async ValueTask<bool> IsTechniciansAsync(TicketSnapshot ticket, TicketEntry message, CancellationToken cancellationToken)
    {
        var author = message.Author;
        if (author.Equals(ticket.Requester))
        {
            return false;
        }

        return author.Equals(ticket.Assignee)
            || await contacts.FindAsync(author, cancellationToken).ConfigureAwait(false) is { Role: ContactRole.Technician or ContactRole.Administrator }
            || await IsAgentsAsync(message, cancellationToken).ConfigureAwait(false)
            || (await audience.TechniciansAsync(ticket, cancellationToken).ConfigureAwait(false)).Contains(author);
    }

    private async ValueTask<bool> IsAgentsAsync(TicketEntry message, CancellationToken cancellationToken)
    {
        if (message.JournalId == 0)
        {
            return false;
        }

        var rows = await store.Journal.FindAsync(new JournalQuery { Id = message.JournalId, Limit = 1 }, cancellationToken).ConfigureAwait(false);
        return rows is [{ Origin: JournalOrigin.AgentReply }];
    }
}
