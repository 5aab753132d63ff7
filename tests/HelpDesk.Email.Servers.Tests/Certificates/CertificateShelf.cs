using System.Security.Cryptography.X509Certificates;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Certificates;

/// <summary>All certificates of a test run: a good one, and one for each fault, at an address of its own.</summary>
internal sealed class CertificateShelf : IDisposable
{
    /// <summary>The root that the good one is from, in the folder.</summary>
    public const string Root = "tls/root.pem";

    private readonly CertificateAuthority _authority = new("Test Root");
    private readonly CertificateAuthority _stranger = new("Root of a stranger");

    public CertificateShelf()
    {
        var now = DateTimeOffset.UtcNow;
        Good = _authority.Issue("127.0.0.1");
        ByAddress = new Dictionary<string, ServerCertificate>
        {
            [Addresses.Good] = Good,
            [Addresses.Expired] = _authority.Issue(Addresses.Expired, now.AddYears(-2), now.AddYears(-1)),
            [Addresses.WrongName] = _authority.Issue("10.9.8.7"),
            [Addresses.SelfSigned] = CertificateAuthority.SelfSigned(Addresses.SelfSigned),
            [Addresses.Stranger] = _stranger.Issue(Addresses.Stranger),
        };
    }

    public ServerCertificate Good { get; }

    /// <summary>The certificate that the servers show at each address.</summary>
    public IReadOnlyDictionary<string, ServerCertificate> ByAddress { get; }

    /// <summary>The roots of a client that trusts the issuer of the good one.</summary>
    public X509Certificate2Collection Trusted => _authority.Trusted;

    /// <summary>Writes certificates and keys into a folder.</summary>
    public void Write(ServerFolder folder)
    {
        folder.Make("tls");
        folder.Write(Root, _authority.Pem);
        foreach (var (address, certificate) in ByAddress)
        {
            folder.Write($"tls/{address}.pem", certificate.Certificate);
            folder.Write($"tls/{address}.key", certificate.Key);

            // Postfix wants the key and its certificate in one file.
            folder.Write($"tls/{address}.chain", certificate.Key + certificate.Certificate);
        }
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }
}
