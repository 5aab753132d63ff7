namespace HelpDesk.Email.Servers;

/// <summary>What went wrong between us and a mail server, told apart so that a person can be told what to do about it.</summary>
public enum MailFailure
{
    /// <summary>None of the others.</summary>
    Unspecified,

    /// <summary>The name of the server has no address: a mistake in the settings, or the name service is away.</summary>
    NameNotFound,

    /// <summary>The machine answers, and nobody listens at the port.</summary>
    ConnectionRefused,

    /// <summary>No way leads to the machine.</summary>
    Unreachable,

    /// <summary>A step was not done within its deadline.</summary>
    TimedOut,

    /// <summary>The connection broke, or the server closed it without a word.</summary>
    ConnectionLost,

    /// <summary>The server said that it ends the conversation: BYE in IMAP, 421 in SMTP.</summary>
    ServerClosing,

    /// <summary>TLS is asked for, and the server does not offer it; or a secret would have to go over the wire in clear.</summary>
    TlsNotOffered,

    /// <summary>There was input between the consent to STARTTLS and the handshake, or a log-in before TLS: somebody may sit on the line.</summary>
    TlsInjection,

    /// <summary>The TLS handshake failed for a reason that no other member names, for instance because the port does not speak TLS.</summary>
    TlsHandshakeFailed,

    /// <summary>The server speaks no TLS from version 1.2 on.</summary>
    TlsVersionTooOld,

    /// <summary>The certificate of the server, or of one of its issuers, has expired.</summary>
    CertificateExpired,

    /// <summary>The certificate of the server is not valid yet; or the clock of this machine is wrong.</summary>
    CertificateNotYetValid,

    /// <summary>The certificate was issued for another name.</summary>
    CertificateWrongName,

    /// <summary>The certificate was signed by itself.</summary>
    CertificateSelfSigned,

    /// <summary>The certificate was issued by somebody whom this machine does not trust.</summary>
    CertificateUntrustedRoot,

    /// <summary>The certificate was revoked.</summary>
    CertificateRevoked,

    /// <summary>The certificate is not acceptable for another reason.</summary>
    CertificateInvalid,

    /// <summary>A certificate is pinned, and the server has another one.</summary>
    CertificateNotPinned,

    /// <summary>The server offers no way to log in that fits the credential.</summary>
    MechanismNotOffered,

    /// <summary>The server refused the user name, the password or the token.</summary>
    LoginRefused,

    /// <summary>The server can't log anybody in just now, or this account not yet again.</summary>
    LoginUnavailable,

    /// <summary>The mailbox is in use by another session.</summary>
    MailboxInUse,

    /// <summary>The folder does not exist.</summary>
    FolderMissing,

    /// <summary>The quota is used up.</summary>
    OverQuota,

    /// <summary>The server refused a command for a reason that no other member names.</summary>
    CommandRefused,

    /// <summary>The server does not offer what a command needs.</summary>
    NotSupported,

    /// <summary>The server said something that its protocol forbids.</summary>
    ProtocolViolation,

    /// <summary>The server sent, or announced, more than a limit of ours.</summary>
    LimitExceeded,
}
