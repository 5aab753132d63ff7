namespace HelpDesk.Email.Tickets;

/// <summary>What a ticket store did with a change; recorded under its id and returned again for the same id.</summary>
/// <param name="Status">How it ended.</param>
public sealed record ApplyResult(ApplyStatus Status)
{
    /// <summary>The ticket as it stood right after the change; <see langword="null"/> unless applied.</summary>
    public TicketSnapshot? Ticket { get; init; }

    /// <summary>Whether the ticket was made by the change.</summary>
    public bool Created { get; init; }

    /// <summary>Whether the change took the ticket out of <see cref="TicketStatus.Closed"/>.</summary>
    public bool Reopened { get; init; }

    /// <summary>The id of the entry that was added, or <see langword="null"/>.</summary>
    public string? EntryId { get; init; }

    /// <summary>Nothing was changed because the ticket is not what the change expects.</summary>
    public static ApplyResult Conflict { get; } = new(ApplyStatus.Conflict);

    /// <summary>The operation has no effect and never will.</summary>
    public static ApplyResult Void { get; } = new(ApplyStatus.Void);

    /// <summary>The result as JSON: a ticket store may keep this text under the operation's id.</summary>
    public string ToJson() => TicketJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not such a result.</exception>
    public static ApplyResult FromJson(string json) => TicketJson.Read(json);
}
