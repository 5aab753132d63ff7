using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Tokens;

namespace HelpDesk.Email.Servers.Tests.Clients;

/// <summary>Every way to encrypt and every way to log in, at Dovecot (IMAP, POP3) and Postfix (SMTP).</summary>
public sealed class LoginTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, MailEncryption, SaslMechanism?> Ways
    {
        get
        {
            var ways = new TheoryData<string, MailEncryption, SaslMechanism?>();
            foreach (var protocol in new[] { "IMAP", "POP3", "SMTP" })
            {
                foreach (var encryption in new[] { MailEncryption.None, MailEncryption.StartTls, MailEncryption.ImplicitTls })
                {
                    ways.Add(protocol, encryption, null);
                    ways.Add(protocol, encryption, SaslMechanism.Plain);
                    ways.Add(protocol, encryption, SaslMechanism.Login);
                    ways.Add(protocol, encryption, SaslMechanism.XOAuth2);
                    ways.Add(protocol, encryption, SaslMechanism.OAuthBearer);
                }
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    [Trait("Feature", "IN-01")]
    [Trait("Feature", "IN-03")]
    [Trait("Feature", "OU-01")]
    public async Task A_user_logs_in(string protocol, MailEncryption encryption, SaslMechanism? mechanism)
    {
        var user = servers.NextUser();

        var isEncrypted = await LogInAsync(protocol, encryption, CredentialOf(user, mechanism), mechanism);

        Assert.Equal(encryption != MailEncryption.None, isEncrypted);
    }

    // Dovecot answers refusals twice a second: they are waited for side by side.
    [Theory]
    [InlineData("IMAP")]
    [InlineData("POP3")]
    [InlineData("SMTP")]
    public async Task Wrong_passwords_and_forged_expired_and_foreign_tokens_are_refused(string protocol)
    {
        var user = servers.NextUser();
        var other = servers.NextUser();
        string[] tokens = [AccessTokens.Forged(user.Address), servers.Tokens.Expired(user.Address), servers.Tokens.Good(other.Address), "no.token.atall"];
        var wrong = new List<(MailCredential Credential, SaslMechanism? Mechanism, string Secret)>();
        foreach (var mechanism in new SaslMechanism?[] { null, SaslMechanism.Plain, SaslMechanism.Login })
        {
            wrong.Add((MailCredential.Password(user.Address, "no such secret"), mechanism, "no such secret"));
        }

        foreach (var mechanism in new SaslMechanism?[] { null, SaslMechanism.XOAuth2, SaslMechanism.OAuthBearer })
        {
            wrong.AddRange(tokens.Select(token => (MailCredential.AccessToken(user.Address, token), mechanism, token)));
        }

        await Task.WhenAll(wrong.Select(async login =>
        {
            foreach (var encryption in new[] { MailEncryption.None, MailEncryption.StartTls, MailEncryption.ImplicitTls })
            {
                var refusal = await Assert.ThrowsAsync<MailProtocolException>(() => LogInAsync(protocol, encryption, login.Credential, login.Mechanism));

                Assert.Equal(MailFailure.LoginRefused, refusal.Failure);
                Assert.DoesNotContain(login.Secret, refusal.ToString(), StringComparison.Ordinal);
            }
        }));
    }

    private MailCredential CredentialOf(MailUser user, SaslMechanism? mechanism) => mechanism is SaslMechanism.XOAuth2 or SaslMechanism.OAuthBearer
        ? MailCredential.AccessToken(user.Address, servers.Tokens.Good(user.Address))
        : Connections.PasswordOf(user);

    // Whether the connection was encrypted.
    private async Task<bool> LogInAsync(string protocol, MailEncryption encryption, MailCredential credential, SaslMechanism? mechanism)
    {
        switch (protocol)
        {
            case "IMAP":
                await using (var imap = await Connections.ConnectImapAsync(Connections.Imap(servers, encryption)))
                {
                    await imap.LoginAsync(credential, mechanism, Token);
                    await imap.SelectAsync("INBOX", Token);
                    await imap.LogoutAsync(Token);
                    return imap.IsEncrypted;
                }

            case "POP3":
                await using (var pop3 = await Connections.ConnectPop3Async(Connections.Pop3(servers, encryption)))
                {
                    await pop3.LoginAsync(credential, mechanism, Token);
                    await pop3.StatAsync(Token);
                    await pop3.QuitAsync(Token);
                    return pop3.IsEncrypted;
                }

            default:
                await using (var smtp = await Connections.ConnectSmtpAsync(Connections.Smtp(servers, encryption)))
                {
                    await smtp.LoginAsync(credential, mechanism, Token);
                    await smtp.NoopAsync(Token);
                    await smtp.QuitAsync(Token);
                    return smtp.IsEncrypted;
                }
        }
    }
}
