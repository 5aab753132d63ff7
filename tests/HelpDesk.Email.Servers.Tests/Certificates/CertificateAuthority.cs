using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HelpDesk.Email.Servers.Tests.Certificates;

/// <summary>A certificate authority that lives as long as a test run.</summary>
internal sealed class CertificateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;

    public CertificateAuthority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-3), DateTimeOffset.UtcNow.AddYears(3));
        Trusted = [X509CertificateLoader.LoadCertificate(_root.RawData)];
    }

    /// <summary>The roots of a client that trusts it.</summary>
    public X509Certificate2Collection Trusted { get; }

    /// <summary>Its root as programs read it that are told whom to trust: PEM.</summary>
    public string Pem => _root.ExportCertificatePem() + "\n";

    /// <summary>Issues a certificate for an address.</summary>
    public ServerCertificate Issue(string address, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(address, key).Create(_root, from, until, RandomNumberGenerator.GetBytes(8));
        return ServerCertificate.Of(certificate, key);
    }

    /// <summary>Issues a certificate that is valid now.</summary>
    public ServerCertificate Issue(string address) => Issue(address, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));

    /// <summary>A certificate that nobody issued.</summary>
    public static ServerCertificate SelfSigned(string address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = Request(address, key).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        return ServerCertificate.Of(certificate, key);
    }

    public void Dispose() => _root.Dispose();

    private static CertificateRequest Request(string address, ECDsa key)
    {
        var request = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
