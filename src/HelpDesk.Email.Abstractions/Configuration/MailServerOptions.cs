namespace HelpDesk.Email.Configuration;

/// <summary>How a mail server is reached: what mailboxes that are polled and outgoing accounts have in common.</summary>
public abstract class MailServerOptions
{
    /// <summary>The name or address of the server, for the kinds that have one; its certificate must be for this name.</summary>
    public string? Host { get; set; }

    /// <summary>Its port; absent: the usual one of the kind and the encryption.</summary>
    public int? Port { get; set; }

    /// <summary>How the connection is encrypted.</summary>
    public abstract MailEncryption Encryption { get; set; }

    /// <summary>Who logs in; absent: nobody does.</summary>
    public string? UserName { get; set; }

    /// <summary>The password, or the access token, where no `ICredentialProvider` gives it. Better kept in a secret store than in a file.</summary>
    public string? Password { get; set; }

    /// <summary>Whether the secret is a password or an OAuth 2.0 access token.</summary>
    /// <value>The default is <see cref="MailAuthentication.Password"/>.</value>
    public MailAuthentication Authentication { get; set; }

    /// <summary>The SHA-256 of the one certificate that is accepted, 64 hexadecimal digits; absent: the checks of the operating system.</summary>
    public string? PinnedCertificate { get; set; }

    /// <summary>Whether the issuers of the certificate are asked if it was revoked.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool CheckRevocation { get; set; }

    /// <summary>How long the server may take for the answer to a command. The connection and the TLS handshake have as long, and at most 30 seconds.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);
}
