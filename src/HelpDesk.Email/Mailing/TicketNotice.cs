using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Mailing;

/// <summary>Something that happened to a ticket in the host, which people may be told of. The host has changed the ticket itself before.</summary>
/// <param name="Id">Given by the host, the same however often it raises the event: it is taken once.</param>
/// <param name="Ticket">The ticket's number.</param>
/// <param name="Event">What happened.</param>
public sealed record TicketNotice(Guid Id, string Ticket, NotificationEvent Event)
{
    /// <summary>Who did it; absent: the help desk itself.</summary>
    public EmailAddress? Actor { get; init; }

    /// <summary>The name of an event of the host's own: what is sent to whom stands in <c>Notifications:Events:NAME</c>, or here.</summary>
    public string? Name { get; init; }

    /// <summary>What was written, as plain text; or <see langword="null"/>.</summary>
    public string? Text { get; init; }

    /// <summary>The same as HTML, or <see langword="null"/>. It is made safe before anybody gets it.</summary>
    public string? Html { get; init; }

    /// <summary>Whether only technicians may know of it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The department before, of a ticket that was moved.</summary>
    public string? PreviousDepartment { get; init; }

    /// <summary>The category before, of a ticket that was moved.</summary>
    public string? PreviousCategory { get; init; }

    /// <summary>The template of an event of the host's own; it wins over the settings.</summary>
    public string? Template { get; init; }

    /// <summary>Who is told of an event of the host's own, besides those whom the settings name.</summary>
    public IReadOnlyList<NotificationAudience> Audiences { get; init; } = [];

    /// <summary>Addresses that are told of an event of the host's own, besides those whom the settings name.</summary>
    public IReadOnlyList<EmailAddress> To { get; init; } = [];

    /// <summary>Values of the host's own for the template, by name: text, numbers, truth values, moments, lists and dictionaries of the same.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>The mailbox it is told from; absent: the one that the ticket's mail came to.</summary>
    public string? Mailbox { get; init; }
}
