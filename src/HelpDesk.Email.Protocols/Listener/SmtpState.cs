namespace HelpDesk.Email.Protocols.Listener;

/// <summary>How far a conversation has come (RFC 5321 section 4.1.4).</summary>
internal enum SmtpState
{
    /// <summary>Nobody said who they are.</summary>
    Connected,

    /// <summary>Greeted; no mail is begun.</summary>
    Greeted,

    /// <summary>A mail has a sender and no recipient.</summary>
    Sender,

    /// <summary>A mail has a recipient.</summary>
    Recipients,
}
