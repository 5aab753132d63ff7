namespace HelpDesk.Email.Tickets;

/// <summary>Who may read an entry.</summary>
public enum EntryVisibility
{
    /// <summary>Everybody who may read the ticket.</summary>
    Public,

    /// <summary>Technicians and administrators only.</summary>
    Internal,
}
