namespace HelpDesk.Email.Tickets;

/// <summary>How an <see cref="ITicketStore.ApplyAsync"/> ended.</summary>
public enum ApplyStatus
{
    /// <summary>The change stands, by this call or by an earlier one with the same id.</summary>
    Applied,

    /// <summary>The operation was ended by an empty change before it had any effect; it never will have one.</summary>
    Void,

    /// <summary>The ticket has another version than expected, or is gone. Nothing was changed, nothing recorded.</summary>
    Conflict,
}
