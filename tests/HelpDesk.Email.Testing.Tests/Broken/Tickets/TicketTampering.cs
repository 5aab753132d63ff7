using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Tests.Broken.Tickets;

/// <summary>What is spoiled about a ticket store that is in order; what is left out stays in order.</summary>
internal sealed class TicketTampering
{
    public Around<TicketChange, ApplyResult>? Apply { get; init; }

    public Around<TicketLookup, IReadOnlyList<TicketSnapshot>>? Find { get; init; }

    public Func<IReadOnlyList<TicketEntry>, IEnumerable<TicketEntry>>? Entries { get; init; }

    public Func<IReadOnlyList<IdleTicket>, IEnumerable<IdleTicket>>? Idle { get; init; }

    public Func<IReadOnlyList<TicketSnapshot>, IEnumerable<TicketSnapshot>>? Closed { get; init; }

    public Func<IReadOnlyList<TicketSnapshot>, IEnumerable<TicketSnapshot>>? OfRequester { get; init; }

    public Func<IReadOnlyList<TicketSnapshot>, IEnumerable<TicketSnapshot>>? List { get; init; }

    /// <summary>Gives the newest entries: of all entries of a ticket, so many.</summary>
    public Func<IReadOnlyList<TicketEntry>, int, IEnumerable<TicketEntry>>? Newest { get; init; }

    /// <summary>Spoils the moment before which tickets are silent.</summary>
    public Func<DateTimeOffset, DateTimeOffset>? Before { get; init; }

    /// <summary>What is lost in a crash.</summary>
    public Action? Crash { get; init; }

    public bool IgnoresTokens { get; init; }
}
