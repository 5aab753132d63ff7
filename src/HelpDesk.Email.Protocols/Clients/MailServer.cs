using System.Security.Cryptography.X509Certificates;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Protocols.Clients;

/// <summary>A mail server and how to connect to it. Immutable.</summary>
/// <param name="Host">Its name, which its certificate must be for, or its address.</param>
/// <param name="Port">Its port.</param>
/// <param name="Encryption">How the connection is encrypted.</param>
public sealed record MailServer(string Host, int Port, MailEncryption Encryption)
{
    private readonly string? _pinnedCertificate;

    /// <summary>The SHA-256 of the one certificate that is accepted (its DER form), as 64 hexadecimal digits, with or without colons.</summary>
    /// <value>
    /// The default is <see langword="null"/>: the operating system checks name, issuer and dates. With a pin, only this
    /// certificate is accepted, and nothing else about it is checked. There is no way to accept any certificate.
    /// </value>
    /// <exception cref="ArgumentException">It is no such hash.</exception>
    public string? PinnedCertificate
    {
        get => _pinnedCertificate;
        init
        {
            _pinnedCertificate = value;
            PinnedHash = value is null ? null : Parse(value);
        }
    }

    /// <summary>Whether the issuers of the certificate are asked if it was revoked, at every connect.</summary>
    /// <value>The default is <see langword="false"/>, as is .NET's. An issuer who can't be asked counts as a revocation.</value>
    public bool CheckRevocation { get; init; }

    /// <summary>How long each step may take.</summary>
    public StepDeadlines Deadlines { get; init; } = new();

    /// <summary>The pin as octets.</summary>
    internal byte[]? PinnedHash { get; private init; }

    /// <summary>Roots to trust in place of those of the operating system; for tests of the checks themselves.</summary>
    internal X509Certificate2Collection? Roots { get; init; }

    /// <summary>Host and port.</summary>
    public override string ToString() => ServerName.Of(Host, Port);

    private static byte[] Parse(string hash)
    {
        var digits = hash.Replace(":", string.Empty, StringComparison.Ordinal);
        return digits.Length == 64 && digits.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(digits)
            : throw new ArgumentException("The SHA-256 of a certificate has 64 hexadecimal digits.", nameof(hash));
    }
}
