using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Mailing;

/// <summary>An answer that an agent wrote in the host.</summary>
/// <param name="Id">Given by the host, the same however often it hands the answer over: it is taken once.</param>
/// <param name="Ticket">The ticket's number.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Text">Plain text, line ends of any kind.</param>
public sealed record AgentReply(Guid Id, string Ticket, EmailAddress Author, string Text)
{
    /// <summary>The mailbox it is answered from; absent: the one that the ticket's mail came to.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Whether only technicians may read it: it becomes an entry, and no mail.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The status of the ticket afterwards; <see langword="null"/> leaves it.</summary>
    public TicketStatus? Status { get; init; }
}
