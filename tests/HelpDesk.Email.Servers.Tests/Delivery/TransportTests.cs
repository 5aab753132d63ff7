using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>The transport of the engine at Postfix.</summary>
public sealed class TransportTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailEncryption.None)]
    [InlineData(MailEncryption.StartTls)]
    [InlineData(MailEncryption.ImplicitTls)]
    [Trait("Feature", "OU-01")]
    public async Task Mails_go_over_one_connection(MailEncryption encryption)
    {
        var user = servers.NextUser();
        await using var proxy = new CuttingProxy(encryption == MailEncryption.ImplicitTls ? servers.Postfix.Ports.Smtps : servers.Postfix.Ports.Smtp);
        await using var transport = Transports.To(proxy.Port, encryption, servers, user);
        for (var i = 0; i < 10; i++)
        {
            var result = await transport.SendAsync(Transports.Mail(new TestMail(user.Address, user.Address, $"Number {i}")), Token);
            Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
        }

        Assert.Equal(1, proxy.Connections);
        await Eventually.BecomesTrueAsync(() => new Maildir(user).Mails().Count == 10, "ten mails");
    }

    [Fact]
    public async Task A_connection_that_broke_while_it_was_idle_is_replaced()
    {
        var user = servers.NextUser();
        await using var proxy = new CuttingProxy(servers.Postfix.Ports.Smtp);
        await using var transport = Transports.To(proxy.Port, MailEncryption.StartTls, servers, user);
        for (var i = 0; i < 3; i++)
        {
            var result = await transport.SendAsync(Transports.Mail(new TestMail(user.Address, user.Address, $"Number {i}")), Token);
            Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
            proxy.CutAll();
        }

        Assert.Equal(3, proxy.Connections);
        await Eventually.BecomesTrueAsync(() => new Maildir(user).Mails().Count == 3, "three mails");
    }

    [Fact]
    public async Task More_recipients_than_the_server_takes_for_one_mail_get_several()
    {
        var users = Enumerable.Range(0, 5).Select(_ => servers.NextUser()).ToList();
        await using var transport = Transports.To(servers.Postfix.Ports.Small, MailEncryption.StartTls, servers, users[0]);

        var result = await transport.SendAsync(Transports.Mail(new TestMail(users[0].Address, "all@servers.test", "To all"), [.. users.Select(user => user.Address)]), Token);

        Assert.All(result.Recipients, recipient => Assert.Equal(RecipientStatus.Accepted, recipient.Status));
        Assert.Equal(users.Select(user => user.Address), result.Recipients.Select(recipient => recipient.Address));
        foreach (var user in users)
        {
            await new Maildir(user).WaitForAsync(mail => mail.Header("Subject") == "To all", "the mail");
            Assert.Single(new Maildir(user).Mails());
        }
    }

    [Fact]
    public async Task A_mail_that_is_too_long_for_the_server_fails_for_good_and_the_next_one_goes()
    {
        var user = servers.NextUser();
        await using var transport = Transports.To(servers.Postfix.Ports.Small, MailEncryption.StartTls, servers, user);

        var tooLong = await transport.SendAsync(Transports.Mail(new TestMail(user.Address, user.Address, "Long") { Text = string.Concat(Enumerable.Repeat("line\r\n", 5000)) }), Token);
        var next = await transport.SendAsync(Transports.Mail(new TestMail(user.Address, user.Address, "Short")), Token);

        Assert.Equal(RecipientStatus.Rejected, Assert.Single(tooLong.Recipients).Status);
        Assert.Equal(RecipientStatus.Accepted, Assert.Single(next.Recipients).Status);
    }

    [Fact]
    public async Task A_check_says_what_it_found()
    {
        var user = servers.NextUser();
        await using var good = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, user);
        await using var wrong = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, user with { Password = "wrong" });
        await using var clear = Transports.To(servers.Postfix.Ports.NoTls, MailEncryption.StartTls, servers, user);
        await using var nobody = Transports.To(ServerPorts.Free(), MailEncryption.StartTls, servers, user);

        Assert.True((await good.CheckAsync(Token)).Succeeded);
        Assert.Equal(MailFailure.LoginRefused, (await wrong.CheckAsync(Token)).Failure);
        Assert.Equal(MailFailure.TlsNotOffered, (await clear.CheckAsync(Token)).Failure);
        Assert.Equal(MailFailure.ConnectionRefused, (await nobody.CheckAsync(Token)).Failure);
    }
}
