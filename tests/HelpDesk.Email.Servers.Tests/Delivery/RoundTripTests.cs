using System.Security.Cryptography;
using System.Text;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers.Tests.Clients;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Delivery;

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

        await SendAsync(user, [user.Address], mail);
        await new Maildir(user).WaitForAsync(_ => true, "the mail");

        await using var imap = await Connections.LogInImapAsync(servers, user);
        var folder = await imap.SelectAsync("INBOX", Token);
        var uids = await folder.SearchAsync("ALL", Token);
        var fetched = Assert.Single(await folder.FetchAsync(uids, new ImapFetchItems { Flags = true }, Connections.Octets, Token).ToListAsync(Token));
        Assert.True(fetched.Content.AsSpan().EndsWith(mail), "IMAP gave other octets.");
        Assert.DoesNotContain(@"\Seen", fetched.Message.Flags!);

        await using var pop3 = await Connections.LogInPop3Async(servers, user);
        var retrieved = Assert.Single(await pop3.RetrieveAsync([1], 1_000_000, Connections.Octets, Token).ToListAsync(Token));
        Assert.Equal(fetched.Content, retrieved.Content);
    }

    [Fact]
    public async Task A_mail_of_25_MB_comes_back_whole()
    {
        var user = servers.NextUser();
        var line = new string('y', 76) + "\r\n";
        var mail = new TestMail(user.Address, user.Address, "Large") { Text = string.Concat(Enumerable.Repeat(line, 25 * 1024 * 1024 / line.Length)) }.Octets;

        await SendAsync(user, [user.Address], mail);
        await new Maildir(user).WaitForAsync(_ => true, "the mail");

        await using var imap = await Connections.LogInImapAsync(servers, user);
        var folder = await imap.SelectAsync("INBOX", Token);
        var fetched = Assert.Single(await folder.FetchAsync([1], new ImapFetchItems { Size = true }, Connections.Octets, Token).ToListAsync(Token));
        Assert.Equal(fetched.Message.Size, fetched.Content!.Length);
        Assert.Equal(SHA256.HashData(mail), SHA256.HashData(fetched.Content.AsSpan(fetched.Content.Length - mail.Length)));
    }

    [Fact]
    public async Task An_address_beyond_ASCII_gets_mail_by_SMTPUTF8()
    {
        var user = servers.NextUser();
        var address = $"jörg.{user.Address.Split('@')[0]}@{PostfixConfiguration.Utf8Domain}";
        var mail = new TestMail(user.Address, address, "Grüße an Jörg").Octets;
        await using var smtp = await Connections.LogInSmtpAsync(servers, user);

        var result = await smtp.SendAsync(new SmtpEnvelope(user.Address, [address]) { NeedsSmtpUtf8 = true }, MailContent.FromOctets(mail), Token);

        Assert.Equal(SmtpOutcome.Accepted, result.Outcome);
        var stored = await new Maildir(user).WaitForAsync(_ => true, "the mail");
        Assert.Equal("Grüße an Jörg", stored.Header("Subject"));
    }

    [Fact]
    public async Task Each_recipient_gets_an_answer_of_its_own()
    {
        var (one, two) = (servers.NextUser(), servers.NextUser());
        var unknown = $"nobody-by-this-name@{MailServers.Domain}";
        await using var smtp = await Connections.LogInSmtpAsync(servers, one);

        var result = await smtp.SendAsync(
            new SmtpEnvelope(one.Address, [one.Address, unknown, two.Address]),
            MailContent.FromOctets(new TestMail(one.Address, "all@servers.test", "To all").Octets),
            Token);

        Assert.Equal(SmtpOutcome.Accepted, result.Outcome);
        Assert.Equal([one.Address, unknown, two.Address], result.Recipients.Select(recipient => recipient.Address));
        Assert.Equal([true, false, true], result.Recipients.Select(recipient => recipient.Reply!.IsPositive));
        Assert.Equal("5.1.1", result.Recipients[1].Reply!.EnhancedStatusCode);
        await new Maildir(one).WaitForAsync(_ => true, "the mail");
        await new Maildir(two).WaitForAsync(_ => true, "the mail");

        // Nobody at all is another outcome, and the connection serves the next mail.
        var none = await smtp.SendAsync(new SmtpEnvelope(one.Address, [unknown]), MailContent.FromOctets("Subject: x\r\n\r\nx\r\n"u8.ToArray()), Token);
        Assert.Equal(SmtpOutcome.RecipientsRefused, none.Outcome);
        var again = await smtp.SendAsync(new SmtpEnvelope(string.Empty, [one.Address]), MailContent.FromOctets("Subject: again\r\n\r\nx\r\n"u8.ToArray()), Token);
        Assert.Equal(SmtpOutcome.Accepted, again.Outcome);
    }

    [Fact]
    public async Task One_connection_carries_many_mails()
    {
        var user = servers.NextUser();
        await using var smtp = await Connections.LogInSmtpAsync(servers, user);
        for (var i = 0; i < 30; i++)
        {
            var mail = new TestMail(user.Address, user.Address, $"Number {i}").Octets;
            Assert.Equal(SmtpOutcome.Accepted, (await smtp.SendAsync(new SmtpEnvelope(user.Address, [user.Address]), MailContent.FromOctets(mail), Token)).Outcome);
        }

        await smtp.QuitAsync(Token);
        await Waiting.Eventually.BecomesTrueAsync(() => new Maildir(user).Mails().Count == 30, "30 mails");
        Assert.Equal(30, new Maildir(user).Mails().Select(mail => mail.Header("Subject")).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_relays_nothing_says_so_for_the_recipient()
    {
        var user = servers.NextUser();
        await using var smtp = await Connections.ConnectSmtpAsync(Connections.Smtp(servers, Configuration.MailEncryption.StartTls));

        var result = await smtp.SendAsync(new SmtpEnvelope(user.Address, ["somebody@elsewhere.test"]), MailContent.FromOctets(Encoding.ASCII.GetBytes("Subject: x\r\n\r\nx\r\n")), Token);

        Assert.Equal(SmtpOutcome.RecipientsRefused, result.Outcome);
        Assert.Equal(554, result.Recipients[0].Reply!.Code);
    }

    private async Task SendAsync(MailUser sender, IReadOnlyList<string> recipients, byte[] mail)
    {
        await using var smtp = await Connections.LogInSmtpAsync(servers, sender);
        Assert.Equal(SmtpOutcome.Accepted, (await smtp.SendAsync(new SmtpEnvelope(sender.Address, recipients), MailContent.FromOctets(mail), Token)).Outcome);
        await smtp.QuitAsync(Token);
    }
}
