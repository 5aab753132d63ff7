namespace HelpDesk.Email.Tickets;

/// <summary>Which tickets to find: those that have one of the numbers.</summary>
/// <param name="Numbers">Ticket numbers as they were found in mail, at most 20; unknown ones are simply not found. Case is ignored.</param>
public sealed record TicketLookup(IReadOnlyList<string> Numbers)
{
    /// <summary>Looks for one ticket.</summary>
    public static TicketLookup Of(string number) => new([number]);
}
