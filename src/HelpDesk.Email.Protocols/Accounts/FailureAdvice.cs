using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>What a person can do about a failure.</summary>
internal static class FailureAdvice
{
    /// <summary>A sentence, or nothing where the failure says all there is to say.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="key">The place of the account in the settings.</param>
    public static string For(MailFailure failure, string key) => failure switch
    {
        MailFailure.NameNotFound => $"Check HelpDeskEmail:{key}:Host, and that this machine can find names.",
        MailFailure.ConnectionRefused => $"Check HelpDeskEmail:{key}:Port and Encryption, and that the server runs.",
        MailFailure.Unreachable => "Check the network and the firewalls between this machine and the server.",
        MailFailure.TimedOut => $"Check the firewalls, and that HelpDeskEmail:{key}:Encryption fits the port.",
        MailFailure.TlsNotOffered => $"Set HelpDeskEmail:{key}:Encryption to ImplicitTls with the port for it; None only where nobody can listen.",
        MailFailure.TlsHandshakeFailed => $"Check that HelpDeskEmail:{key}:Encryption fits the port: ImplicitTls speaks TLS from the first octet, StartTls does not.",
        MailFailure.TlsVersionTooOld => "The server has to learn TLS 1.2 or later.",
        MailFailure.CertificateWrongName => $"Set HelpDeskEmail:{key}:Host to a name that the certificate is for.",
        MailFailure.CertificateExpired or MailFailure.CertificateNotYetValid or MailFailure.CertificateRevoked => "The server needs another certificate.",
        MailFailure.CertificateSelfSigned or MailFailure.CertificateUntrustedRoot or MailFailure.CertificateInvalid =>
            $"Let this machine trust its issuer, or write the SHA-256 of the certificate into HelpDeskEmail:{key}:PinnedCertificate.",
        MailFailure.CertificateNotPinned => $"If the server has a new certificate, write its SHA-256 into HelpDeskEmail:{key}:PinnedCertificate.",
        MailFailure.LoginRefused => $"Check HelpDeskEmail:{key}:UserName and the password or token; many providers want an app password or an access token.",
        MailFailure.MechanismNotOffered => $"Check HelpDeskEmail:{key}:Authentication: the server takes no such log-in.",
        MailFailure.FolderMissing => $"Set HelpDeskEmail:{key}:Folder to a folder that exists, or make it.",
        _ => string.Empty,
    };
}
