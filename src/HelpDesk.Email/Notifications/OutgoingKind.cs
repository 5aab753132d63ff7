namespace HelpDesk.Email.Notifications;

/// <summary>Who speaks in an outgoing mail: decides the header fields that say so (RFC 3834).</summary>
internal enum OutgoingKind
{
    /// <summary>A program answers a mail: throttled, envelope sender empty.</summary>
    AutomaticAnswer,

    /// <summary>A program tells something.</summary>
    Notification,

    /// <summary>A person wrote it.</summary>
    Personal,
}
