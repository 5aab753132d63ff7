using HelpDesk.Email.Configuration;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Programs;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Checking;

/// <summary>A message to try an account: <c>helpdesk-email send-test</c>, as a process, against the real servers.</summary>
public sealed class SendTestTests(MailServers servers)
{
    [Fact]
    [Trait("Feature", "OU-06")]
    public async Task A_message_arrives_and_the_servers_words_are_shown()
    {
        var (user, customer) = (servers.NextUser(), servers.NextUser());
        var settings = new ToolSettings(user).Account("default", servers.Postfix.Ports.Smtp, encryption: MailEncryption.StartTls);

        var run = await ToolRun.StartAsync(servers, settings.Values, "send-test", "--to", customer.Address);

        Assert.True(run.Code == 0, run.Output);
        var line = Assert.Single(run.Lines);
        Assert.True(line.Ok);
        Assert.Contains("queued as", line.Message, StringComparison.Ordinal);
        var mail = await new Maildir(customer).WaitForAsync(_ => true, "the message");
        Assert.Equal(("Test message", "auto-generated"), (mail.Header("Subject"), mail.Header("Auto-Submitted")));
    }

    [Fact]
    [Trait("Feature", "OU-06")]
    public async Task Each_fault_gives_its_error()
    {
        using var silent = new SilentServer();
        var user = servers.NextUser();
        var settings = new ToolSettings(user)
            .Account("expired", servers.Dovecot.Ports.Imaps, Addresses.Expired)
            .Account("login", servers.Postfix.Ports.Smtps, password: "wrong")
            .Account("no-tls", servers.Postfix.Ports.NoTls, encryption: MailEncryption.StartTls)
            .Account("old-tls", servers.Postfix.Ports.OldTls)
            .Account("refused", ServerPorts.Free())
            .Account("self-signed", servers.Dovecot.Ports.Imaps, Addresses.SelfSigned)
            .Account("silent", silent.Port, encryption: MailEncryption.None, timeout: "00:00:01")
            .Account("stranger", servers.Dovecot.Ports.Imaps, Addresses.Stranger)
            .Account("wrong-name", servers.Dovecot.Ports.Imaps, Addresses.WrongName);

        var run = await ToolRun.StartAsync(servers, settings.Values, "send-test", "--to", user.Address);

        Assert.True(run.Code == 1, run.Output);
        Assert.All(run.Lines, line => TestContext.Current.TestOutputHelper!.WriteLine($"{line.Name}: {line.Message}"));
        Assert.Equal(
            ["expired", "login", "no-tls", "old-tls", "refused", "self-signed", "silent", "stranger", "wrong-name"], run.Lines.Where(line => !line.Ok).Select(line => line.Name));
        string[] words =
        [
            "its certificate expired on", "Outgoing:login:UserName", "Outgoing:no-tls:Encryption", "no TLS from version 1.2 on", "Outgoing:refused:Port",
            "Outgoing:self-signed:PinnedCertificate", "within 1 s", "Root of a stranger", "Outgoing:wrong-name:Host",
        ];
        Assert.All(run.Lines.Zip(words), pair => Assert.Contains(pair.Second, pair.First.Message, StringComparison.Ordinal));
        Assert.Empty(new Maildir(user).Mails());
    }

    [Fact]
    [Trait("Feature", "OU-06")]
    public async Task A_recipient_that_the_server_refuses_is_told_in_the_servers_words()
    {
        var settings = new ToolSettings(servers.NextUser()).Account("default", servers.Postfix.Ports.Smtps);

        var run = await ToolRun.StartAsync(servers, settings.Values, "send-test", "--to", $"nobody-by-this-name@{MailServers.Domain}");

        Assert.True(run.Code == 1, run.Output);
        Assert.Contains("User unknown", Assert.Single(run.Lines).Message, StringComparison.Ordinal);
    }
}
