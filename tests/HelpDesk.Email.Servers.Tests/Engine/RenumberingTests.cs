using System.Globalization;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Servers that forget the numbers of their mails: another UIDVALIDITY.</summary>
public sealed class RenumberingTests(MailServers servers)
{
    private const double MostOctetsAMail = 2000;

    private static readonly int Count = CutPoints.IsLong ? 5000 : 300;

    [Fact]
    public async Task A_mailbox_that_is_numbered_anew_makes_no_second_ticket_and_is_not_read_anew()
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var maildir = new Maildir(support);
        var yesterday = DateTimeOffset.UtcNow.AddDays(-2);
        var text = string.Concat(Enumerable.Repeat("Something does not work, and it takes many words to say.\n", 100));
        for (var i = 0; i < Count; i++)
        {
            maildir.Put(new TestMail(customer.Address, support.Address, $"Number {i}") { Date = yesterday, Text = text }.Octets);
        }

        await using var proxy = new CuttingProxy(servers.Dovecot.Ports.Imaps);
        var settings = new EngineSettings().Mailbox(servers, "support", support, port: proxy.Port).Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = "Leave";
        settings["Mailboxes:support:MaxPerCheck"] = "1000";
        await using var engine = await EngineHost.StartAsync(settings);
        await engine.WaitForTicketsAsync(Count);
        await engine.LookAsync("support");
        await engine.SettleAsync("support");
        var first = proxy.Octets;
        engine.Monitor.Stop("support");
        await engine.WaitForStatusAsync("support", status => status.Activity == MailboxActivity.Stopped, "a stopped mailbox");
        maildir.ForgetUids();
        maildir.Put(new TestMail(customer.Address, support.Address, "New").Octets);

        var before = proxy.Octets;
        engine.Monitor.Start("support");
        await engine.WaitForTicketsAsync(Count + 1);
        await engine.LookAsync("support");
        await engine.SettleAsync("support");
        var again = proxy.Octets - before;

        Assert.Equal(Count + 1, (await engine.TicketsAsync()).Count);
        var each = again / (double)Count;
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Count} mails: {first} octets to read them, {again} octets to know them again, {each:0} a mail."));
        Assert.True(each < MostOctetsAMail, $"{each} octets a mail.");
    }
}
