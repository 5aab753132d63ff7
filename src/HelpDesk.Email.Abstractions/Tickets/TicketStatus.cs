namespace HelpDesk.Email.Tickets;

/// <summary>Where a ticket stands.</summary>
public enum TicketStatus
{
    /// <summary>Nobody of the help desk has answered yet.</summary>
    New,

    /// <summary>Somebody is working on it, or the requester answered.</summary>
    Open,

    /// <summary>Waits for the requester.</summary>
    Pending,

    /// <summary>Done.</summary>
    Closed,
}
