using HelpDesk.Email.Configuration;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Links;

/// <summary>Whether a link that we made still counts: what was true when the mail went out need not be when the link is opened.</summary>
internal sealed class LinkPermission(
    ITicketStore tickets, IContactDirectory contacts, ILinkRevocation revocation, IOptionsMonitor<HelpDeskEmailOptions> settings)
{
    /// <summary>Whether a person is neither technician nor administrator, and not put out. Nobody at all is a regular person too.</summary>
    public static bool IsRegular(Contact? contact) => contact is null or { Role: ContactRole.Requester, IsActive: true };

    public async ValueTask<bool> IsGrantedAsync(TicketLink link, CancellationToken cancellationToken)
    {
        // Who wants to hear no more is believed whatever became of them or of the ticket.
        if (link.Purpose == LinkPurpose.Unsubscribe)
        {
            return true;
        }

        if (await tickets.FindAsync(TicketLookup.Of(link.Ticket), cancellationToken).ConfigureAwait(false) is not [var ticket, ..])
        {
            return false;
        }

        var belongs = link.Purpose == LinkPurpose.View ? ticket.Knows(link.Address) : ticket.Requester.Equals(link.Address);
        if (!belongs || link.Purpose == LinkPurpose.Rate)
        {
            return belongs;
        }

        var contact = await contacts.FindAsync(link.Address, cancellationToken).ConfigureAwait(false);
        var mayLogIn = link.Purpose == LinkPurpose.View || (settings.CurrentValue.Links.AutologinEnabled && contact is not null);
        return mayLogIn && IsRegular(contact) && !await IsRevokedAsync(link, cancellationToken).ConfigureAwait(false);
    }

    // A link counts from its second on: one that was made in the second of the revocation is taken back too.
    private async ValueTask<bool> IsRevokedAsync(TicketLink link, CancellationToken cancellationToken) =>
        await revocation.RevokedBeforeAsync(link.Address, cancellationToken).ConfigureAwait(false) is { } before && link.IssuedAt <= before;
}
