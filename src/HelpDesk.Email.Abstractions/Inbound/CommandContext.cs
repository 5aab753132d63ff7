using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Inbound;

/// <summary>One command in one mail. For one call at a time, like the mail's own context.</summary>
/// <param name="Inbound">The mail, as the steps so far understood it.</param>
/// <param name="Command">The command.</param>
public sealed record CommandContext(InboundContext Inbound, SubjectCommand Command)
{
    /// <summary>What stands behind the name, or empty: <c>bob</c> in <c>#assign bob#</c>. Anybody's words: check them.</summary>
    public string Argument => Command.Argument;

    /// <summary>Where a handler writes what it wants of the ticket.</summary>
    public TicketDraft Draft => Inbound.Draft;

    /// <summary>Who gave the command.</summary>
    public SenderIdentity Sender => Inbound.Sender;

    /// <summary>The ticket that the mail belongs to, or <see langword="null"/> for a mail that makes one.</summary>
    public TicketSnapshot? Ticket => Inbound.Match?.Ticket;
}
