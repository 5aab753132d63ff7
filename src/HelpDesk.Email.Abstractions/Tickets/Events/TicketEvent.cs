namespace HelpDesk.Email.Tickets.Events;

/// <summary>Something that became of a ticket, told to the host after it was committed.</summary>
/// <param name="Id">The same for every telling of the same event: remember it to do a thing once.</param>
/// <param name="At">When it was committed.</param>
/// <param name="Ticket">The ticket as it stood right after.</param>
public abstract record TicketEvent(Guid Id, DateTimeOffset At, TicketSnapshot Ticket)
{
    /// <summary>What the entry is that the ticket got. Nobody waits for an answer to a <see cref="Tickets.EntryKind.Note"/>: who counts what waits passes over it.</summary>
    public EntryKind EntryKind { get; init; }

    /// <summary>Whether a program wrote it, and no person. Where monitoring reports something, it is a <see cref="Tickets.EntryKind.Message"/> all the same.</summary>
    public bool IsAutomatic { get; init; }
}
