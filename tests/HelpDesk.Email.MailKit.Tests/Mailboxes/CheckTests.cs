using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Smtp;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Servers;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.MailKit.Tests.Mailboxes;

/// <summary>What a check of a connection says, by every protocol: the same as the built-in clients.</summary>
public sealed class CheckTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, MailEncryption, MailAuthentication> Ways
    {
        get
        {
            var ways = new TheoryData<string, MailEncryption, MailAuthentication>();
            foreach (var kind in new[] { "Imap", "Pop3", "Smtp" })
            {
                foreach (var encryption in new[] { MailEncryption.None, MailEncryption.StartTls, MailEncryption.ImplicitTls, MailEncryption.StartTlsWhenOffered })
                {
                    ways.Add(kind, encryption, MailAuthentication.Password);
                    ways.Add(kind, encryption, MailAuthentication.AccessToken);
                }
            }

            return ways;
        }
    }

    public static TheoryData<string, string, MailFailure, string> Faults
    {
        get
        {
            var faults = new TheoryData<string, string, MailFailure, string>();
            foreach (var kind in new[] { "Imap", "Pop3" })
            {
                faults.Add(kind, Addresses.Expired, MailFailure.CertificateExpired, "expired on");
                faults.Add(kind, Addresses.WrongName, MailFailure.CertificateWrongName, "10.9.8.7 and not for 127.0.0.3");
                faults.Add(kind, Addresses.SelfSigned, MailFailure.CertificateSelfSigned, "signed by itself");
                faults.Add(kind, Addresses.Stranger, MailFailure.CertificateUntrustedRoot, "Root of a stranger");
            }

            return faults;
        }
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_user_logs_in(string kind, MailEncryption encryption, MailAuthentication authentication)
    {
        var user = servers.NextUser();

        var report = await CheckAsync(kind, encryption, user, options => Prove(options, user, authentication));

        Assert.True(report.Succeeded, report.Message);
        Assert.Contains(encryption == MailEncryption.None ? "not encrypted" : ", encrypted", report.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [InlineData("Smtp")]
    public async Task A_wrong_password_and_a_forged_token_are_refused_and_never_told(string kind)
    {
        var user = servers.NextUser();
        var forged = AccessTokens.Forged(user.Address);

        var password = await CheckAsync(kind, MailEncryption.StartTls, user, options => options.Password = "no such secret");
        var token = await CheckAsync(kind, MailEncryption.StartTls, user, options => (options.Password, options.Authentication) = (forged, MailAuthentication.AccessToken));

        Assert.Equal((MailFailure.LoginRefused, MailFailure.LoginRefused), (password.Failure, token.Failure));
        Assert.DoesNotContain("no such secret", password.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(forged, token.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Faults))]
    public async Task A_bad_certificate_is_refused_and_its_fault_named(string kind, string address, MailFailure failure, string words)
    {
        foreach (var encryption in new[] { MailEncryption.StartTls, MailEncryption.ImplicitTls })
        {
            var report = await CheckAsync(kind, encryption, servers.NextUser(), options => (options.Host, options.PinnedCertificate) = (address, null));

            Assert.Equal(failure, report.Failure);
            Assert.Contains(words, report.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_pinned_certificate_is_accepted_and_no_other()
    {
        var user = servers.NextUser();
        var pin = servers.Certificates.ByAddress[Addresses.SelfSigned].Pin;

        Assert.True((await CheckAsync("Imap", MailEncryption.ImplicitTls, user, options => (options.Host, options.PinnedCertificate) = (Addresses.SelfSigned, pin))).Succeeded);
        Assert.Equal(MailFailure.CertificateNotPinned, (await CheckAsync("Imap", MailEncryption.ImplicitTls, user, options => options.PinnedCertificate = pin)).Failure);
    }

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [InlineData("Smtp")]
    public async Task A_server_that_is_not_there_is_told_from_a_name_that_is_none(string kind)
    {
        var user = servers.NextUser();

        Assert.Equal(MailFailure.ConnectionRefused, (await CheckAsync(kind, MailEncryption.StartTls, user, options => options.Port = ServerPorts.Free())).Failure);
        Assert.Equal(MailFailure.NameNotFound, (await CheckAsync(kind, MailEncryption.StartTls, user, options => options.Host = "no-such-host.invalid")).Failure);
    }

    [Fact]
    public async Task Servers_without_the_TLS_that_is_asked_for_are_refused()
    {
        var user = servers.NextUser();

        Assert.Equal(MailFailure.TlsNotOffered, (await CheckAsync("Smtp", MailEncryption.StartTls, user, options => options.Port = servers.Postfix.Ports.NoTls)).Failure);
        Assert.Equal(MailFailure.TlsVersionTooOld, (await CheckAsync("Smtp", MailEncryption.ImplicitTls, user, options => options.Port = servers.Postfix.Ports.OldTls)).Failure);
        Assert.Equal(MailFailure.TlsHandshakeFailed, (await CheckAsync("Imap", MailEncryption.ImplicitTls, user, options => options.Port = servers.Dovecot.Ports.Imap)).Failure);
        Assert.Equal(MailFailure.TlsNotOffered, (await CheckAsync("Smtp", MailEncryption.StartTlsWhenOffered, user, options => options.Port = servers.Postfix.Ports.NoTls)).Failure);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told()
    {
        var user = servers.NextUser();
        var options = DovecotFixture.Options(servers, user, "Imap", MailEncryption.ImplicitTls);
        options.Folder = "No such folder";
        await using var source = Sources.Imap().Create("support", options);

        var report = await source.CheckAsync(Token);

        Assert.Equal(MailFailure.FolderMissing, report.Failure);
        Assert.Contains("Mailboxes:support:Folder", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_of_secrets_is_asked_at_every_connect_and_hears_of_a_refusal()
    {
        var user = servers.NextUser();
        var secrets = new RecordingSecrets("wrong", user.Password);
        var factory = Sources.Imap(secrets);
        foreach (var succeeds in new[] { false, true })
        {
            await using var source = factory.Create("support", DovecotFixture.Options(servers, user, "Imap", MailEncryption.StartTls));
            Assert.Equal(succeeds, (await source.CheckAsync(Token)).Succeeded);
        }

        Assert.Equal([false, true], secrets.Requests.Select(request => request.WasRefused));
    }

    private void Prove(MailServerOptions options, MailUser user, MailAuthentication authentication)
    {
        options.Authentication = authentication;
        options.Password = authentication == MailAuthentication.AccessToken ? servers.Tokens.Good(user.Address) : user.Password;
    }

    private async Task<CheckReport> CheckAsync(string kind, MailEncryption encryption, MailUser user, Action<MailServerOptions> change)
    {
        if (kind != "Smtp")
        {
            var mailbox = DovecotFixture.Options(servers, user, kind, encryption);
            change(mailbox);
            await using var source = Sources.Of(kind).Create("support", mailbox);
            return await source.CheckAsync(Token);
        }

        var account = new OutgoingAccountOptions
        {
            Host = "127.0.0.1",
            Port = encryption == MailEncryption.ImplicitTls ? servers.Postfix.Ports.Smtps : servers.Postfix.Ports.Smtp,
            Encryption = encryption,
            UserName = user.Address,
            Password = user.Password,
            PinnedCertificate = servers.Certificates.Good.Pin,
        };
        change(account);
        var factory = new MailKitSmtpTransportFactory(null, TimeProvider.System, NullLogger<MailKitSmtpTransportFactory>.Instance);
        await using var transport = factory.Create("default", account);
        return await transport.CheckAsync(Token);
    }

    private sealed class RecordingSecrets(params string[] secrets) : ICredentialProvider
    {
        private readonly Queue<string> _secrets = new(secrets);

        public List<CredentialRequest> Requests { get; } = [];

        public ValueTask<string?> GetSecretAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return ValueTask.FromResult<string?>(_secrets.Dequeue());
        }
    }
}
