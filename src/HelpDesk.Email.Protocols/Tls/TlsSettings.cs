using System.Security.Cryptography.X509Certificates;

namespace HelpDesk.Email.Protocols.Tls;

/// <summary>What a handshake must prove.</summary>
/// <param name="Host">The name that the certificate must be for; an address of a machine is one too.</param>
/// <param name="PinnedCertificate">The SHA-256 of the one certificate that is accepted, in place of every other check; <see langword="null"/> for the checks of the operating system.</param>
/// <param name="CheckRevocation">Whether the issuers are asked if they took the certificate back.</param>
/// <param name="IsImplicit">Whether the conversation begins with the handshake: nobody has said a word before it.</param>
internal sealed record TlsSettings(string Host, byte[]? PinnedCertificate, bool CheckRevocation, bool IsImplicit)
{
    /// <summary>Roots to trust in place of those of the operating system; for tests of the checks themselves.</summary>
    public X509Certificate2Collection? Roots { get; init; }
}
