namespace HelpDesk.Email.Notifications;

/// <summary>What can happen to a ticket that people are told of.</summary>
public enum NotificationEvent
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>Somebody who does not work on tickets wrote to it.</summary>
    UpdatedByRequester,

    /// <summary>A technician or an administrator wrote to it.</summary>
    UpdatedByTechnician,

    /// <summary>It was closed.</summary>
    Closed,

    /// <summary>It was opened again.</summary>
    Reopened,

    /// <summary>Somebody was put in charge of it by somebody else.</summary>
    Assigned,

    /// <summary>A technician took it.</summary>
    Taken,

    /// <summary>It went to another category or department.</summary>
    Moved,

    /// <summary>An article of the knowledge base changed.</summary>
    ArticleChanged,

    /// <summary>It was closed because nobody answered for too long.</summary>
    AutoClosed,

    /// <summary>It is time to ask how the help was.</summary>
    SurveyDue,

    /// <summary>A mail of the ticket did not reach its addressee.</summary>
    DeliveryFailed,

    /// <summary>Something that has a meaning in the host alone, named by it.</summary>
    Custom,
}
