using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>What the engine leaves behind in a mailbox, as it stands on the server's disk.</summary>
public sealed class AfterProcessingTests(MailServers servers)
{
    [Theory]
    [InlineData("MarkRead")]
    [InlineData("Move")]
    [InlineData("Delete")]
    [InlineData("Leave")]
    [Trait("Feature", "IN-09")]
    public async Task An_IMAP_mailbox_is_left_as_it_was_asked_for(string action)
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var maildir = new Maildir(support);
        var settings = new EngineSettings().Mailbox(servers, "support", support).Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = action;
        Put(maildir, customer, support, 3);
        await using var engine = await EngineHost.StartAsync(settings);

        await engine.WaitForTicketsAsync(3);
        await engine.SettleAsync("support");
        await Eventually.BecomesTrueAsync(() => maildir.Mails().Count == (action is "Move" or "Delete" ? 0 : 3), "the inbox");
        await engine.LookAsync("support");
        Put(maildir, customer, support, 1);
        await engine.WaitForTicketsAsync(4);
        await engine.SettleAsync("support");
        await engine.LookAsync("support");

        Assert.Equal(4, (await engine.TicketsAsync()).Count);
        Assert.Equal(action is "Move" or "Delete" ? 0 : 4, maildir.Mails().Count);
        Assert.Equal(action == "Move" ? 4 : 0, maildir.Mails("Processed").Count);
        Assert.Equal(action == "MarkRead", maildir.Mails().Any(mail => mail.IsRead));
        Assert.Equal(action == "MarkRead", maildir.Mails().Count > 0 && maildir.Mails().All(mail => mail.IsRead));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Delete")]
    [InlineData("Leave")]
    [Trait("Feature", "IN-01")]
    [Trait("Feature", "IN-02")]
    public async Task A_POP3_mailbox_is_emptied_or_left_and_no_mail_comes_twice(string? action)
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var maildir = new Maildir(support);
        var settings = new EngineSettings().Mailbox(servers, "support", support, "Pop3").Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = action;
        var file = Path.Combine(Directory.CreateTempSubdirectory("hde-pop3-").FullName, "helpdesk.db");
        Put(maildir, customer, support, 3);
        await using (var engine = await EngineHost.StartAsync(settings, file))
        {
            await engine.WaitForTicketsAsync(3);
            await engine.SettleAsync("support");
            await engine.LookAsync("support");
        }

        // Another process, the same file.
        Put(maildir, customer, support, 1);
        await using (var engine = await EngineHost.StartAsync(settings, file))
        {
            await engine.WaitForTicketsAsync(4);
            await engine.SettleAsync("support");
            await engine.LookAsync("support");
            await engine.LookAsync("support");

            Assert.Equal(4, (await engine.TicketsAsync()).Count);
            await Eventually.BecomesTrueAsync(() => maildir.Mails().Count == (action == "Leave" ? 4 : 0), "the mailbox");
        }

        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static void Put(Maildir maildir, MailUser customer, MailUser support, int count)
    {
        for (var i = 0; i < count; i++)
        {
            maildir.Put(new TestMail(customer.Address, support.Address, $"Number {i}").Octets);
        }
    }
}
