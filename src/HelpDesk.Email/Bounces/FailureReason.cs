namespace HelpDesk.Email.Bounces;

/// <summary>Why a mail was not delivered.</summary>
internal enum FailureReason
{
    /// <summary>Nothing known was said.</summary>
    Unknown,

    /// <summary>The mailbox has no room left.</summary>
    MailboxFull,

    /// <summary>The mail is too large.</summary>
    TooLarge,

    /// <summary>The mailbox is there, and closed for now.</summary>
    Disabled,

    /// <summary>The mail was taken for spam or malware, or its content was refused.</summary>
    Content,

    /// <summary>The sender, its server or its authentication was refused.</summary>
    Policy,

    /// <summary>The person has another address now.</summary>
    Moved,

    /// <summary>The domain takes no mail at all (RFC 7505).</summary>
    NoMail,

    /// <summary>There is no such user.</summary>
    NoSuchUser,

    /// <summary>There is no such host or domain.</summary>
    NoSuchHost,

    /// <summary>It was tried for too long.</summary>
    Expired,

    /// <summary>The other server could not be reached, or something is broken on the way.</summary>
    Network,
}
