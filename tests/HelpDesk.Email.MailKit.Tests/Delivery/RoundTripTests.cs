using System.Security.Cryptography;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Tests.Mailboxes;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.MailKit.Tests.Delivery;

/// <summary>Mail goes in by SMTP into Postfix, on by LMTP into Dovecot, and comes back by IMAP and POP3, octet for octet.</summary>
public sealed class RoundTripTests(MailServers servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Octets_come_back_as_they_were_sent()
    {
        var user = servers.NextUser();
        var text = string.Join("\r\n", [
            "", ".", "..", "...", ". a dot and a blank", "  blanks around  ", "\ttab", "From here on", ">From there on", "QUIT", "* 1 FETCH", "+OK", ")",
            "Grüße, 你好, \U0001F4E7", new string('x', 998), "", "", "the end:", "."]);
        var mail = new TestMail(user.Address, user.Address, "Octets") { Text = text }.Octets;

        await SendAsync(user, mail);
        await new Maildir(user).WaitForAsync(_ => true, "the mail");
        using var byImap = await ReceiveAsync(user, "Imap");
        using var byPop3 = await ReceiveAsync(user, "Pop3");

        Assert.True(byImap.TryGetMemory(out var octets));
        Assert.True(octets.Span.EndsWith(mail), "IMAP gave other octets.");
        Assert.Equal(byImap.Hash, byPop3.Hash);
    }

    [Fact]
    public async Task A_mail_of_25_MB_comes_back_whole_and_does_not_stand_in_memory()
    {
        var user = servers.NextUser();
        var line = new string('y', 76) + "\r\n";
        var mail = new TestMail(user.Address, user.Address, "Large") { Text = string.Concat(Enumerable.Repeat(line, 25 * 1024 * 1024 / line.Length)) }.Octets;

        await SendAsync(user, mail);
        await new Maildir(user).WaitForAsync(_ => true, "the mail");

        foreach (var kind in new[] { "Imap", "Pop3" })
        {
            using var content = await ReceiveAsync(user, kind);
            Assert.False(content.TryGetMemory(out _));
            await using var octets = content.OpenRead();
            octets.Position = octets.Length - mail.Length;
            Assert.Equal(SHA256.HashData(mail), await SHA256.HashDataAsync(octets, Token));
        }
    }

    [Fact]
    public async Task An_address_beyond_ASCII_gets_mail_by_SMTPUTF8()
    {
        var user = servers.NextUser();
        var address = $"jörg.{user.Address.Split('@')[0]}@{PostfixConfiguration.Utf8Domain}";
        var mail = new TestMail(user.Address, address, "Grüße an Jörg").Octets;
        await using var transport = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, user);

        var result = await transport.SendAsync(new OutboundMail("<1@servers.test>", user.Address, [address], MailContent.FromOctets(mail)) { NeedsSmtpUtf8 = true }, Token);

        Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
        var stored = await new Maildir(user).WaitForAsync(_ => true, "the mail");
        Assert.Equal("Grüße an Jörg", stored.Header("Subject"));
    }

    [Fact]
    public async Task Each_recipient_gets_an_answer_of_its_own()
    {
        var (one, two) = (servers.NextUser(), servers.NextUser());
        var unknown = $"nobody-by-this-name@{MailServers.Domain}";
        await using var transport = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, one);

        var result = await transport.SendAsync(Transports.Mail(new TestMail(one.Address, "all@servers.test", "To all"), one.Address, unknown, two.Address), Token);
        var nobody = await transport.SendAsync(Transports.Mail(new TestMail(one.Address, unknown, "To nobody"), unknown), Token);
        var next = await transport.SendAsync(Transports.Mail(new TestMail(one.Address, one.Address, "Next"), one.Address), Token);

        Assert.Equal(
            [(one.Address, RecipientStatus.Accepted), (unknown, RecipientStatus.Rejected), (two.Address, RecipientStatus.Accepted)],
            result.Recipients.Select(recipient => (recipient.Address, recipient.Status)));
        Assert.Equal("5.1.1", result.Recipients[1].EnhancedStatusCode);
        Assert.Equal(RecipientStatus.Rejected, Assert.Single(nobody.Recipients).Status);
        Assert.Equal(RecipientStatus.Accepted, Assert.Single(next.Recipients).Status);
    }

    private async Task SendAsync(MailUser user, byte[] mail)
    {
        await using var transport = Transports.To(servers.Postfix.Ports.Smtp, MailEncryption.StartTls, servers, user);
        var result = await transport.SendAsync(new OutboundMail("<1@servers.test>", user.Address, [user.Address], MailContent.FromOctets(mail)), Token);
        Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
    }

    private async Task<MailContent> ReceiveAsync(MailUser user, string kind)
    {
        await using var source = Sources.Of(kind).Create("support", DovecotFixture.Options(servers, user, kind, MailEncryption.ImplicitTls, AfterProcessing.Leave));
        var mail = Assert.Single(await source.ReceiveAsync(null, new ReceiveLimits(10, 64 << 20), Token).ToListAsync(Token));
        return mail.Content;
    }
}
