using System.Text.Json.Serialization;
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
    /// <summary>The same as HTML, or <see langword="null"/>. It is made safe before anybody gets it.</summary>
    public string? Html { get; init; }

    /// <summary>Files that go with it; read once, when the answer is handed over.</summary>
    [JsonIgnore]
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>The mailbox it is answered from; absent: the one that the ticket's mail came to.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Whether only technicians may read it: customers get no mail of it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The status of the ticket afterwards; <see langword="null"/> leaves it.</summary>
    public TicketStatus? Status { get; init; }
}
