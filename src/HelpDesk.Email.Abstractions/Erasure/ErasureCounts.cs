namespace HelpDesk.Email.Erasure;

/// <summary>How much of a person was erased.</summary>
public sealed record ErasureCounts
{
    /// <summary>Rows of the journal.</summary>
    public int Mails { get; init; }

    /// <summary>Rows of the outbox.</summary>
    public int OutgoingMails { get; init; }

    /// <summary>Tickets of the person, which are empty now.</summary>
    public int Tickets { get; init; }

    /// <summary>Entries of tickets.</summary>
    public int Entries { get; init; }

    /// <summary>People of the contact directory.</summary>
    public int Contacts { get; init; }

    /// <summary>Whatever else: events, throttle counts, suppressed addresses, and texts of others in which the person was named.</summary>
    public int Others { get; init; }

    /// <summary>Whether the files of the store hold no free space with old octets any more.</summary>
    /// <value>The default is <see langword="true"/>. <see langword="false"/>: say it again when fewer processes use the store, or compact it by hand.</value>
    public bool IsCompacted { get; init; } = true;

    /// <summary>Both together.</summary>
    public ErasureCounts Plus(ErasureCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new()
        {
            Mails = Mails + other.Mails,
            OutgoingMails = OutgoingMails + other.OutgoingMails,
            Tickets = Tickets + other.Tickets,
            Entries = Entries + other.Entries,
            Contacts = Contacts + other.Contacts,
            Others = Others + other.Others,
            IsCompacted = IsCompacted && other.IsCompacted,
        };
    }
}
