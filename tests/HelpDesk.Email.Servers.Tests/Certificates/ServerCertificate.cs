using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HelpDesk.Email.Servers.Tests.Certificates;

/// <summary>A certificate and its key as a server reads them.</summary>
/// <param name="Certificate">PEM.</param>
/// <param name="Key">PEM.</param>
/// <param name="Pin">The SHA-256 of the certificate.</param>
internal sealed record ServerCertificate(string Certificate, string Key, string Pin)
{
    public static ServerCertificate Of(X509Certificate2 certificate, ECDsa key) =>
        new(certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n", Convert.ToHexString(SHA256.HashData(certificate.RawData)));
}
