using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Clients;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Tls;

/// <summary>What is wrong with a server's TLS is refused before a secret is sent, and the reason is named.</summary>
public sealed class RefusalTests(MailServers servers)
{
    public static TheoryData<string, MailFailure, string> Faults => new()
    {
        { Addresses.Expired, MailFailure.CertificateExpired, "expired on" },
        { Addresses.WrongName, MailFailure.CertificateWrongName, "10.9.8.7 and not for 127.0.0.3" },
        { Addresses.SelfSigned, MailFailure.CertificateSelfSigned, "signed by itself" },
        { Addresses.Stranger, MailFailure.CertificateUntrustedRoot, "Root of a stranger" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task CVE_2023_50454_a_bad_certificate_of_an_IMAP_server_is_refused(string address, MailFailure failure, string words)
    {
        foreach (var encryption in new[] { MailEncryption.StartTls, MailEncryption.ImplicitTls })
        {
            var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectImapAsync(Connections.Imap(servers, encryption, address)));

            Assert.Equal(failure, refusal.Failure);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task CVE_2023_5422_a_bad_certificate_of_a_POP3_server_is_refused(string address, MailFailure failure, string words)
    {
        foreach (var encryption in new[] { MailEncryption.StartTls, MailEncryption.ImplicitTls })
        {
            var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectPop3Async(Connections.Pop3(servers, encryption, address)));

            Assert.Equal(failure, refusal.Failure);
            Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_expired_certificate_of_an_SMTP_server_is_refused()
    {
        // It is issued for another address too; the time is named first.
        var server = Connections.Trusting(servers, new MailServer("127.0.0.1", servers.Postfix.Ports.Expired, MailEncryption.StartTls));

        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectSmtpAsync(server));

        Assert.Equal(MailFailure.CertificateExpired, refusal.Failure);
        Assert.Contains("not for 127.0.0.1", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "IN-11")]
    public async Task A_server_that_has_nothing_newer_than_TLS_1_1_is_refused()
    {
        var server = Connections.Trusting(servers, new MailServer("127.0.0.1", servers.Postfix.Ports.OldTls, MailEncryption.ImplicitTls));

        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectSmtpAsync(server));

        Assert.Equal(MailFailure.TlsVersionTooOld, refusal.Failure);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_is_refused()
    {
        var server = Connections.Trusting(servers, new MailServer("127.0.0.1", servers.Postfix.Ports.NoTls, MailEncryption.StartTls));

        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectSmtpAsync(server));

        Assert.Equal(MailFailure.TlsNotOffered, refusal.Failure);
    }

    [Fact]
    public async Task A_port_that_speaks_no_TLS_is_told_from_a_bad_certificate()
    {
        var server = Connections.Trusting(servers, new MailServer("127.0.0.1", servers.Dovecot.Ports.Imap, MailEncryption.ImplicitTls));

        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectImapAsync(server));

        Assert.Equal(MailFailure.TlsHandshakeFailed, refusal.Failure);
        Assert.Contains("STARTTLS", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pinned_certificate_is_accepted_and_no_other()
    {
        var pinned = new MailServer(Addresses.SelfSigned, servers.Dovecot.Ports.Imaps, MailEncryption.ImplicitTls)
        {
            PinnedCertificate = servers.Certificates.ByAddress[Addresses.SelfSigned].Pin,
        };
        await using var imap = await Connections.ConnectImapAsync(pinned);
        Assert.True(imap.IsEncrypted);

        // Even one that the root issued is another one.
        var refusal = await Assert.ThrowsAsync<MailProtocolException>(async () => await Connections.ConnectImapAsync(
            Connections.Trusting(servers, pinned with { Host = Addresses.Good })));
        Assert.Equal(MailFailure.CertificateNotPinned, refusal.Failure);
    }
}
