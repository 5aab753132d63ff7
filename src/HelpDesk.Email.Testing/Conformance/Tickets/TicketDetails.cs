namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What a ticket store keeps of a ticket besides what every store keeps.</summary>
[Flags]
public enum TicketDetails
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>Types.</summary>
    Type = 1,

    /// <summary>Priorities.</summary>
    Priority = 2,

    /// <summary>Categories.</summary>
    Category = 4,

    /// <summary>Who works on it.</summary>
    Assignee = 8,

    /// <summary>Fields of the host's own.</summary>
    Fields = 16,

    /// <summary>All of them.</summary>
    All = Type | Priority | Category | Assignee | Fields,
}
