namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>How the sending of one mail ended.</summary>
public enum SmtpOutcome
{
    /// <summary>The server took the mail over for each recipient whose reply is positive.</summary>
    Accepted,

    /// <summary>The server refused the sender.</summary>
    SenderRefused,

    /// <summary>The server refused every recipient.</summary>
    RecipientsRefused,

    /// <summary>The server refused the mail itself, before or after its octets.</summary>
    ContentRefused,

    /// <summary>The mail can't be offered to this server: it is too long, or needs an extension that is not there. Nothing was sent.</summary>
    NotOffered,

    /// <summary>The connection failed when the answer to the octets was due: the server may have taken the mail over.</summary>
    Unknown,
}
