namespace HelpDesk.Email.Storage;

/// <summary>Which rows of the journal to find; what is left out does not narrow.</summary>
public sealed record JournalQuery
{
    /// <summary>The row with this id.</summary>
    public long? Id { get; init; }

    /// <summary>Rows with one of these Message-IDs (compared octet for octet).</summary>
    public IReadOnlyList<string> MessageIds { get; init; } = [];

    /// <summary>Rows of this ticket.</summary>
    public string? Ticket { get; init; }

    /// <summary>Rows of this mailbox.</summary>
    public string? Mailbox { get; init; }

    /// <summary>Rows that are finished, or that are not.</summary>
    public bool? Finished { get; init; }

    /// <summary>Rows with this outcome.</summary>
    public JournalOutcome? Outcome { get; init; }

    /// <summary>Rows of this mailbox whose source must still be told.</summary>
    public string? UnacknowledgedIn { get; init; }

    /// <summary>Rows below this id: the next page of a listing.</summary>
    public long? Before { get; init; }

    /// <summary>How many at most, the youngest first.</summary>
    /// <value>The default is 100.</value>
    public int Limit { get; init; } = 100;
}
