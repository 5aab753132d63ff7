namespace HelpDesk.Email.Configuration;

/// <summary>Who may start a ticket by mail. A sender who may not be who From says counts as nobody that is known.</summary>
public enum TicketStarters
{
    /// <summary>Anybody.</summary>
    Everyone,

    /// <summary>Who registered, and technicians and administrators.</summary>
    Registered,

    /// <summary>Anybody but technicians and administrators.</summary>
    Requesters,

    /// <summary>Who registered, but not technicians and administrators.</summary>
    RegisteredRequesters,

    /// <summary>Technicians and administrators.</summary>
    Technicians,

    /// <summary>Administrators.</summary>
    Administrators,
}
