using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Links;

/// <summary>Makes the links of outgoing mail, and reads them when they come back. Safe on any thread.</summary>
public interface ITicketLinks
{
    /// <summary>The page of a ticket in the host, for who is logged in there; <see langword="null"/> where <c>Links</c> has no root.</summary>
    string? TicketUrl(string ticketNumber);

    /// <summary>The links for a mail about a ticket.</summary>
    /// <param name="ticket">The ticket as it stands.</param>
    /// <param name="recipients">Everybody whom the one mail goes to. What is signed for a person is only in a mail to that person alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>An empty set where <c>Links</c> has no root.</returns>
    /// <exception cref="StoreUnavailableException">The directory or the keys can't be asked now.</exception>
    ValueTask<TicketLinkSet> CreateAsync(TicketSnapshot ticket, IReadOnlyList<EmailAddress> recipients, CancellationToken cancellationToken);

    /// <summary>Reads a token that came back, and says whether it counts now. Changes nothing.</summary>
    /// <param name="purpose">What it is used for.</param>
    /// <param name="token">The token as it stands in the URL; anything else is forged.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <remarks>
    /// A link that shows or rates a ticket, or logs in, counts as long as the ticket is there and its addressee belongs to it; one that logs in
    /// only while <c>Links:AutologinEnabled</c> is on and its addressee is the requester, an active contact, and neither technician nor administrator.
    /// </remarks>
    /// <exception cref="StoreUnavailableException">The stores can't be asked now.</exception>
    ValueTask<LinkVerdict> ReadAsync(LinkPurpose purpose, string token, CancellationToken cancellationToken);
}
