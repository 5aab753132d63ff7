namespace HelpDesk.Email.Configuration;

/// <summary>How a connection to a mail server is encrypted.</summary>
public enum MailEncryption
{
    /// <summary>TLS from the first octet (RFC 8314): ports 993, 995 and 465.</summary>
    ImplicitTls,

    /// <summary>TLS after STARTTLS or STLS; a server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>TLS after STARTTLS or STLS where the server offers it. Whoever sits on the line can prevent it; no log-in happens without it.</summary>
    StartTlsWhenOffered,

    /// <summary>No TLS: everything, passwords too, can be read on the way. For servers on this machine.</summary>
    None,
}
