using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap;
using HelpDesk.Email.Protocols.Pop3;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Tests.Transcripts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Tls;

public sealed class EncryptionTests
{
    private const string Implicit = """
        tls
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN {base64 \0ann\0secret}
        S: {tag} OK [CAPABILITY IMAP4rev1] in
        """;

    private static CancellationToken None => CancellationToken.None;

    private static MailCredential Ann { get; } = MailCredential.Password("ann", "secret");

    [Fact]
    public async Task A_good_certificate_of_a_trusted_root_is_accepted()
    {
        await using var server = TranscriptServer.Start(Implicit, TestCertificates.Server(TestCertificates.Good));
        await using var client = await ConnectAsync(Trusting(server));
        Assert.True(client.IsEncrypted);
        await client.LoginAsync(Ann, null, None);
        await server.PlayedAsync();
    }

    [Fact]
    public async Task A_pinned_certificate_is_accepted_though_it_was_signed_by_itself()
    {
        await using var server = TranscriptServer.Start(Implicit, TestCertificates.Server(TestCertificates.SelfSigned));
        await using var client = await ConnectAsync(server.Plain with { Encryption = MailEncryption.ImplicitTls, PinnedCertificate = TestCertificates.PinOf(TestCertificates.SelfSigned) });
        await client.LoginAsync(Ann, null, None);
    }

    [Fact]
    public Task An_expired_certificate_is_refused() => Refused(MailFailure.CertificateExpired, TestCertificates.Expired, "expired on 2021-01-01");

    [Fact]
    public Task A_certificate_that_is_not_valid_yet_is_refused() => Refused(MailFailure.CertificateNotYetValid, TestCertificates.NotYetValid, "not valid before 2090-01-01");

    [Fact]
    public Task CVE_2023_50454_a_certificate_for_another_name_is_refused() => Refused(MailFailure.CertificateWrongName, TestCertificates.OtherName, "for 10.9.8.7 and not for 127.0.0.1");

    [Fact]
    public Task CVE_2023_5422_a_certificate_that_was_signed_by_itself_is_refused() => Refused(MailFailure.CertificateSelfSigned, TestCertificates.SelfSigned, "signed by itself");

    [Fact]
    public async Task A_certificate_of_an_unknown_root_is_refused() =>
        await RefusedAsync(MailFailure.CertificateUntrustedRoot, TestCertificates.Good, server => server.Plain with { Encryption = MailEncryption.ImplicitTls }, "'Test Root'");

    [Fact]
    public async Task Another_certificate_than_the_pinned_one_is_refused_though_its_root_is_trusted() =>
        await RefusedAsync(
            MailFailure.CertificateNotPinned,
            TestCertificates.Good,
            server => Trusting(server) with { PinnedCertificate = TestCertificates.PinOf(TestCertificates.SelfSigned) },
            TestCertificates.PinOf(TestCertificates.Good).ToLowerInvariant());

    [Fact]
    public async Task A_server_with_old_TLS_alone_is_refused()
    {
#pragma warning disable SYSLIB0039, CA5397 // The server is old on purpose.
        await using var server = TranscriptServer.Start(Implicit, TestCertificates.Server(TestCertificates.Good, SslProtocols.Tls11));
#pragma warning restore SYSLIB0039, CA5397
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => ConnectAsync(Trusting(server)));
        Assert.True(exception.Failure is MailFailure.TlsVersionTooOld or MailFailure.TlsHandshakeFailed, exception.Message);
    }

    [Theory]
    [InlineData("S: * OK ready\nsilence")]
    [InlineData("S: 220 ready\nsilence")]
    public async Task A_port_that_does_not_speak_TLS_is_told(string transcript)
    {
        await using var server = TranscriptServer.Start(transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => ConnectAsync(Trusting(server)));

        // What comes before our own first word may be there already when the handshake begins: that is no attack.
        Assert.Equal(MailFailure.TlsHandshakeFailed, exception.Failure);
    }

    [Fact]
    public async Task A_server_that_is_silent_in_the_handshake_meets_the_deadline()
    {
        await using var server = TranscriptServer.Start("silence");
        var time = new ManualTime();
        var patience = TimeSpan.FromSeconds(31);
        var impatient = Trusting(server) with { Deadlines = new StepDeadlines { Handshake = patience } };
        var connecting = ImapConnection.ConnectAsync(impatient, time, new RecordingLogger<ImapConnection>(), None).AsTask();
        await time.UntilSomebodyWaitsAsync(patience);
        time.Advance(patience);

        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => connecting);
        Assert.Equal((MailFailure.TimedOut, "TLS"), (exception.Failure, exception.Step));
    }

    [Fact]
    public async Task STARTTLS_forgets_what_the_server_said_before_it()
    {
        await using var server = TranscriptServer.Start("""
            S: * OK [CAPABILITY IMAP4rev1 STARTTLS AUTH=XOAUTH2 IDLE] ready
            C: {tag} STARTTLS
            S: {tag} OK go on
            tls
            C: {tag} CAPABILITY
            S: * CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN
            S: {tag} OK done
            C: {tag} AUTHENTICATE PLAIN {base64 \0ann\0secret}
            S: {tag} OK [CAPABILITY IMAP4rev1] in
            """, TestCertificates.Server(TestCertificates.Good));
        await using var client = await ConnectAsync(Trusting(server) with { Encryption = MailEncryption.StartTls });
        Assert.False(client.Offers("IDLE"));
        await client.LoginAsync(Ann, null, None);
        await server.PlayedAsync();
    }

    [Fact]
    public async Task STLS_does_the_same_in_POP3()
    {
        await using var server = TranscriptServer.Start("""
            S: +OK ready
            C: CAPA
            S: +OK
            S: STLS
            S: SASL LOGIN
            S: .
            C: STLS
            S: +OK go on
            tls
            C: CAPA
            S: +OK
            S: USER
            S: .
            C: USER ann
            S: +OK
            C: PASS secret
            S: +OK
            C: CAPA
            S: +OK
            S: .
            """, TestCertificates.Server(TestCertificates.Good));
        await using var client = await Pop3Connection.ConnectAsync(Trusting(server) with { Encryption = MailEncryption.StartTls }, TimeProvider.System, new RecordingLogger<Pop3Connection>(), None);
        await client.LoginAsync(Ann, null, None);
        await server.PlayedAsync();
    }

    [Fact]
    public async Task Input_between_STLS_and_the_handshake_is_an_attack()
    {
        await using var server = TranscriptServer.Start("""
            S: +OK ready
            C: CAPA
            S: +OK
            S: STLS
            S: .
            C: STLS
            S~ +OK go on\r\n+OK injected\r\n
            silence
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() =>
            Pop3Connection.ConnectAsync(Trusting(server) with { Encryption = MailEncryption.StartTls }, TimeProvider.System, new RecordingLogger<Pop3Connection>(), None).AsTask());
        Assert.Equal(MailFailure.TlsInjection, exception.Failure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("zz")]
    public void A_pin_that_is_no_hash_is_refused_when_it_is_set(string pin) =>
        Assert.Throws<ArgumentException>(() => new MailServer("localhost", 993, MailEncryption.ImplicitTls) { PinnedCertificate = pin });

    private static MailServer Trusting(TranscriptServer server) =>
        server.Plain with { Encryption = MailEncryption.ImplicitTls, Roots = TestCertificates.Trusted };

    private static Task<ImapConnection> ConnectAsync(MailServer server) =>
        ImapConnection.ConnectAsync(server, TimeProvider.System, new RecordingLogger<ImapConnection>(), None).AsTask();

    private static Task Refused(MailFailure failure, X509Certificate2 certificate, string words) => RefusedAsync(failure, certificate, Trusting, words);

    private static async Task RefusedAsync(MailFailure failure, X509Certificate2 certificate, Func<TranscriptServer, MailServer> settings, string words)
    {
        await using var server = TranscriptServer.Start(Implicit, TestCertificates.Server(certificate));
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => ConnectAsync(settings(server)));
        Assert.Equal(failure, exception.Failure);
        Assert.Contains(words, exception.Message, StringComparison.Ordinal);
        Assert.False(exception.IsTransient);
        Assert.Empty(server.Said);
    }
}
