namespace HelpDesk.Email.Configuration;

/// <summary>Which updates of a ticket its subscribers get.</summary>
public enum SubscriberUpdates
{
    /// <summary>None.</summary>
    None,

    /// <summary>Those that technicians write.</summary>
    WrittenByTechnicians,

    /// <summary>All, where <c>CustomerRepliesToTechniciansOnly</c> is off too.</summary>
    All,
}
