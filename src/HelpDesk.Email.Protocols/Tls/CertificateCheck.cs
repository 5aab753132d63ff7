using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tls;

/// <summary>Judges a certificate by what the platform found, and keeps the reason in our own words.</summary>
/// <remarks>There is no way to accept any certificate: either the platform has no objection, or it is the pinned one.</remarks>
/// <param name="settings">What it must prove.</param>
/// <param name="now">The time of the handshake.</param>
internal sealed class CertificateCheck(TlsSettings settings, DateTimeOffset now)
{
    /// <summary>Why the certificate was refused; <see langword="null"/> when it was not.</summary>
    public TlsRefusal? Refusal { get; private set; }

    /// <summary>The answer to <see cref="SslStream"/>.</summary>
    public bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Refusal = Judge(certificate as X509Certificate2, chain, errors);
        return Refusal is null;
    }

    private TlsRefusal? Judge(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return new(MailFailure.CertificateInvalid, "the server showed no certificate");
        }

        if (settings.PinnedCertificate is { } pin)
        {
            var hash = SHA256.HashData(certificate.RawDataMemory.Span);
            return CryptographicOperations.FixedTimeEquals(hash, pin)
                ? null
                : new(MailFailure.CertificateNotPinned, $"the server has another certificate than the pinned one; the SHA-256 of its own is {Convert.ToHexStringLower(hash)}");
        }

        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        // The chain tells everything it found; the reason that a person can act upon comes first.
        var found = Reasons(certificate, chain, errors).OrderBy(reason => (int)reason.Weight).ToList();
        var words = string.Join(", and ", found.Select(reason => reason.Words).Distinct());
        return new(found[0].Failure, words.Length == 0 ? "its certificate is not acceptable" : words);
    }

    private IEnumerable<Reason> Reasons(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            yield return new(Weight.Name, MailFailure.CertificateWrongName, $"its certificate is for {NamesOf(certificate)} and not for {settings.Host}");
        }

        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            foreach (var status in element.ChainElementStatus)
            {
                yield return Of(status, element.Certificate, certificate);
            }
        }

        // A chain that could not be built to its end says so as a whole and not of one of its links.
        foreach (var status in chain?.ChainStatus ?? [])
        {
            yield return Of(status, certificate, certificate);
        }

        // With nothing wrong but the name the chain has nothing to say.
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) && (chain is null || chain.ChainStatus.Length == 0))
        {
            yield return new(Weight.Other, MailFailure.CertificateInvalid, "its certificate could not be checked");
        }
    }

    private Reason Of(X509ChainStatus status, X509Certificate2 bearer, X509Certificate2 certificate) => status.Status switch
    {
        X509ChainStatusFlags.Revoked => new(Weight.Revoked, MailFailure.CertificateRevoked, "its certificate was revoked"),
        X509ChainStatusFlags.NotTimeValid when bearer.NotBefore > now.LocalDateTime =>
            new(Weight.Time, MailFailure.CertificateNotYetValid, $"{WhoseOf(bearer, certificate)} is not valid before {bearer.NotBefore.ToUniversalTime():yyyy-MM-dd}, or the clock of this machine is wrong"),
        X509ChainStatusFlags.NotTimeValid =>
            new(Weight.Time, MailFailure.CertificateExpired, $"{WhoseOf(bearer, certificate)} expired on {bearer.NotAfter.ToUniversalTime():yyyy-MM-dd}"),
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain when IsSelfSigned(certificate) =>
            new(Weight.Root, MailFailure.CertificateSelfSigned, "its certificate was signed by itself"),
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain =>
            new(Weight.Root, MailFailure.CertificateUntrustedRoot, $"its certificate was issued by '{certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}', whom this machine does not trust"),
        X509ChainStatusFlags.RevocationStatusUnknown or X509ChainStatusFlags.OfflineRevocation =>
            new(Weight.Other, MailFailure.CertificateInvalid, "its issuer could not be asked whether it was revoked"),
        var other => new(Weight.Other, MailFailure.CertificateInvalid, $"its certificate is not acceptable ({other})"),
    };

    private static string WhoseOf(X509Certificate2 bearer, X509Certificate2 certificate) =>
        bearer.Equals(certificate) ? "its certificate" : "the certificate of one of its issuers";

    private static bool IsSelfSigned(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string NamesOf(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(extension => extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(address => address.ToString())))
            .Take(5)
            .ToList();
        return names.Count > 0 ? string.Join(", ", names) : $"'{certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)}'";
    }

    // The order in which reasons are told.
    private enum Weight
    {
        Revoked,
        Time,
        Name,
        Root,
        Other,
    }

    private readonly record struct Reason(Weight Weight, MailFailure Failure, string Words);
}
