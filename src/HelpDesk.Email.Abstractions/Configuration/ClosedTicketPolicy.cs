namespace HelpDesk.Email.Configuration;

/// <summary>What a person's mail that belongs to a closed ticket does.</summary>
public enum ClosedTicketPolicy
{
    /// <summary>Joins the ticket and opens it again.</summary>
    Reopen,

    /// <summary>Is refused.</summary>
    Reject,

    /// <summary>Makes a new ticket that is linked to the closed one.</summary>
    NewTicket,
}
