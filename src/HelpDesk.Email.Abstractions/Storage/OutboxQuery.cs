namespace HelpDesk.Email.Storage;

/// <summary>Which rows of the outbox to find; what is left out does not narrow.</summary>
public sealed record OutboxQuery
{
    /// <summary>The row with this id.</summary>
    public long? Id { get; init; }

    /// <summary>Rows with one of these Message-IDs.</summary>
    public IReadOnlyList<string> MessageIds { get; init; } = [];

    /// <summary>Rows with one of these envelope senders, without case.</summary>
    public IReadOnlyList<string> ReversePaths { get; init; } = [];

    /// <summary>Rows of this ticket.</summary>
    public string? Ticket { get; init; }

    /// <summary>Rows that follow from this journal row.</summary>
    public long? JournalId { get; init; }

    /// <summary>Rows in this state.</summary>
    public OutboxState? State { get; init; }

    /// <summary>Rows below this id: the next page of a listing.</summary>
    public long? Before { get; init; }

    /// <summary>How many at most, the youngest first.</summary>
    /// <value>The default is 100.</value>
    public int Limit { get; init; } = 100;
}
