namespace HelpDesk.Email.Notifications;

/// <summary>Who can be told of what happens to a ticket.</summary>
public enum NotificationAudience
{
    /// <summary>Who asked.</summary>
    Requester,

    /// <summary>Who works on it.</summary>
    Assignee,

    /// <summary>Who gets its updates.</summary>
    Subscribers,

    /// <summary>The technicians of its category, and of its department.</summary>
    Technicians,

    /// <summary>All administrators.</summary>
    Administrators,

    /// <summary>The addresses that its type, or a rule, names.</summary>
    TypeAddresses,

    /// <summary>The addresses that the host, or the settings of its event, names.</summary>
    Named,
}
