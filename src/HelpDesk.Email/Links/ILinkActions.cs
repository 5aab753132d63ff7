using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Links;

/// <summary>What follows when a person acts on a link of a mail.</summary>
/// <remarks>
/// Without one of the host's own the ticket store is changed: <c>RemoveSubscribers</c> for an unsubscription; the field <c>Rating</c> and an
/// internal note for a rating, which is then told as the event <c>rated</c> where <c>Notifications:Events</c> has one. Links were verified before they come here. Called from several threads, and again for the same act: an
/// implementation does a thing once.
/// </remarks>
public interface ILinkActions
{
    /// <summary>Ends the subscription of the link's addressee.</summary>
    /// <exception cref="StoreUnavailableException">Try again later.</exception>
    ValueTask UnsubscribeAsync(TicketLink link, CancellationToken cancellationToken);

    /// <summary>Takes a rating; the last one of a ticket counts.</summary>
    /// <exception cref="StoreUnavailableException">Try again later.</exception>
    ValueTask RateAsync(TicketLink link, TicketRating rating, CancellationToken cancellationToken);
}
