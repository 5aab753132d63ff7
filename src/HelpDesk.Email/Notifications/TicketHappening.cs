using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Notifications;

/// <summary>What happened to a ticket and who is around: all that a plan depends on besides the settings.</summary>
/// <param name="Ticket">The ticket right after.</param>
/// <param name="Events">What happened, the most weighty first: each person is told of one of them.</param>
/// <param name="Actor">Who did it.</param>
internal sealed record TicketHappening(TicketSnapshot Ticket, IReadOnlyList<NotificationEvent> Events, EmailAddress Actor)
{
    /// <summary>Who may be told of it besides those who work on tickets: nobody of what is internal, or of what may not be the sender's.</summary>
    public string? TechniciansOnlyBecause { get; init; }

    /// <summary>Why nobody is told at all, or <see langword="null"/>.</summary>
    public string? SilentBecause { get; init; }

    /// <summary>Whether a mail made the ticket, and the acknowledgement is the autoresponder's.</summary>
    public bool CameByMail { get; init; }

    /// <summary>Why the sender of a mail that made a ticket gets no acknowledgement, or <see langword="null"/>.</summary>
    public string? NoAcknowledgementBecause { get; init; }

    /// <summary>Who gets the acknowledgement.</summary>
    public EmailAddress? Sender { get; init; }

    /// <summary>Whether somebody did it who works on tickets, or the help desk itself.</summary>
    public bool IsByTechnician { get; init; }

    /// <summary>Whether a person wrote what the mail says.</summary>
    public bool IsWrittenByTechnician { get; init; }

    /// <summary>The name of an event of the host's own.</summary>
    public string? CustomName { get; init; }

    /// <summary>What the settings, or the host, say of such an event.</summary>
    public NotificationEventOptions? Custom { get; init; }

    /// <summary>The technicians of the category and the department.</summary>
    public IReadOnlyList<EmailAddress> Technicians { get; init; } = [];

    /// <summary>The administrators.</summary>
    public IReadOnlyList<EmailAddress> Administrators { get; init; } = [];

    /// <summary>The addresses that the type or a rule names.</summary>
    public IReadOnlyList<EmailAddress> TypeAddresses { get; init; } = [];

    /// <summary>The addresses that the host, or the settings of its event, names.</summary>
    public IReadOnlyList<EmailAddress> Named { get; init; } = [];

    /// <summary>Who has seen a ticket that was moved.</summary>
    public IReadOnlyList<EmailAddress> SeenBy { get; init; } = [];

    /// <summary>Those of the people around who work on tickets.</summary>
    public IReadOnlySet<EmailAddress> WorkOnTickets { get; init; } = new HashSet<EmailAddress>();
}
