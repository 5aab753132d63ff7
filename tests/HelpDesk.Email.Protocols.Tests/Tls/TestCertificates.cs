using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace HelpDesk.Email.Protocols.Tests.Tls;

/// <summary>Certificates of our own making: a root that a test can trust, and what it issued.</summary>
internal static class TestCertificates
{
    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The root.</summary>
    public static X509Certificate2 Root { get; } = MakeRoot();

    /// <summary>The roots that a client trusts which trusts <see cref="Root"/>.</summary>
    public static X509Certificate2Collection Trusted { get; } = [X509CertificateLoader.LoadCertificate(Root.RawData)];

    /// <summary>For 127.0.0.1 and localhost, valid.</summary>
    public static X509Certificate2 Good { get; } = Issue("127.0.0.1", Start.AddYears(1), End.AddYears(-1));

    /// <summary>For another name.</summary>
    public static X509Certificate2 OtherName { get; } = Issue("10.9.8.7", Start.AddYears(1), End.AddYears(-1));

    /// <summary>Expired in 2021.</summary>
    public static X509Certificate2 Expired { get; } = Issue("127.0.0.1", Start, Start.AddYears(1));

    /// <summary>Valid from 2090 on.</summary>
    public static X509Certificate2 NotYetValid { get; } = Issue("127.0.0.1", End.AddYears(-9), End.AddYears(-1));

    /// <summary>Signed by itself.</summary>
    public static X509Certificate2 SelfSigned { get; } = MakeSelfSigned();

    /// <summary>What a server with a certificate wants to know.</summary>
    public static SslServerAuthenticationOptions Server(X509Certificate2 certificate, SslProtocols protocols = SslProtocols.None) => new()
    {
        ServerCertificate = certificate,
        EnabledSslProtocols = protocols,
    };

    /// <summary>The pin of a certificate.</summary>
    public static string PinOf(X509Certificate2 certificate) => Convert.ToHexString(SHA256.HashData(certificate.RawData));

    private static X509Certificate2 MakeRoot()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test Root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        return request.CreateSelfSigned(Start, End);
    }

    private static X509Certificate2 MakeSelfSigned()
    {
        using var key = RSA.Create(2048);
        using var certificate = Request("127.0.0.1", key).CreateSelfSigned(Start, End);
        return Usable(certificate);
    }

    private static X509Certificate2 Issue(string address, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        using var certificate = Request(address, key).Create(Root, from, until, RandomNumberGenerator.GetBytes(8));
        using var withKey = certificate.CopyWithPrivateKey(key);
        return Usable(withKey);
    }

    private static CertificateRequest Request(string address, RSA key)
    {
        var request = new CertificateRequest($"CN={address}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    // Windows wants the key in a store before it serves with it.
    private static X509Certificate2 Usable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
