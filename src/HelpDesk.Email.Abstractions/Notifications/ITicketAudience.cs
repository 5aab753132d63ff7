using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>Says who belongs to a ticket because of what they are. A host that has no such thing leaves it to the settings.</summary>
/// <remarks>
/// Called from several threads at once, after the ticket was changed and before mail is made. Throw
/// <see cref="StoreUnavailableException"/> when a retry may help; any other exception counts as a failed attempt.
/// </remarks>
public interface ITicketAudience
{
    /// <summary>The technicians of the ticket's category and department.</summary>
    ValueTask<IReadOnlyList<EmailAddress>> TechniciansAsync(TicketSnapshot ticket, CancellationToken cancellationToken);

    /// <summary>All administrators.</summary>
    ValueTask<IReadOnlyList<EmailAddress>> AdministratorsAsync(CancellationToken cancellationToken);

    /// <summary>Who has seen a ticket that is moved now: they are not told of the move.</summary>
    /// <param name="before">The ticket with the category and the department that it had.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<EmailAddress>> SeenByAsync(TicketSnapshot before, CancellationToken cancellationToken);
}
