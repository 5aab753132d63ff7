namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>How far a conversation is.</summary>
internal enum SmtpPhase
{
    /// <summary>Greeted by the server; nothing is known of it.</summary>
    Greeted,

    /// <summary>It said what it offers.</summary>
    Ready,

    /// <summary>It knows who we are.</summary>
    LoggedIn,

    /// <summary>The goodbye was said.</summary>
    Ended,
}
