using HelpDesk.Email.InMemory;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>A ticket store that is broken in one way, and the cases that must find it.</summary>
/// <param name="Name">What it does, after "a ticket store that".</param>
/// <param name="Make">Spoils a store that is in order.</param>
/// <param name="CaughtBy">The names of the cases.</param>
internal sealed record TicketDefect(string Name, Func<InMemoryTicketStore, TicketTampering> Make, params string[] CaughtBy)
{
    public override string ToString() => Name;
}
