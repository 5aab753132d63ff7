namespace HelpDesk.Email.Configuration;

/// <summary>Whose mail a filter is about. Administrators are technicians here, and who is not known is a requester.</summary>
public enum FilterAudience
{
    /// <summary>Everybody's.</summary>
    Both,

    /// <summary>Mail of and to technicians.</summary>
    Technicians,

    /// <summary>Mail of and to requesters.</summary>
    Requesters,
}
