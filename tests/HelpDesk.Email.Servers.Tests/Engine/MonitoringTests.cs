using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>The monitor and mailboxes that do not do as it wants.</summary>
public sealed class MonitoringTests(MailServers servers)
{
    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [Trait("Feature", "MO-02")]
    [Trait("Feature", "MO-04")]
    public async Task Three_refused_logins_make_one_ticket_and_a_corrected_password_is_enough(string kind)
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support, kind).Outgoing(servers, support);
        settings["Mailboxes:support:Password"] = "wrong";
        await using var engine = await EngineHost.StartAsync(settings);

        // The pauses after refused log-ins are long, so that no account is locked: it is looked at by hand.
        for (var failures = 1; failures <= 5; failures++)
        {
            await engine.WaitForStatusAsync("support", status => status.Failures >= failures, $"{failures} refused log-ins");
            engine.Monitor.LookNow("support");
        }

        var ticket = Assert.Single(await engine.WaitForTicketsAsync(1));
        Assert.Equal("System - Email Monitor", ticket.Requester.Name);
        await engine.WaitForStatusAsync("support", status => status is { Failure: MailFailure.LoginRefused, Activity: MailboxActivity.Suspended }, "a suspended mailbox");

        engine.Change("Mailboxes:support:Password", support.Password);
        await engine.WaitForStatusAsync("support", status => status.LastSuccess is not null, "a recovered mailbox");
        new Maildir(support).Put(new TestMail(customer.Address, support.Address, "At last").Octets);
        await engine.WaitForTicketsAsync(2);
        Assert.Equal(["At last", ticket.Subject], (await engine.TicketsAsync()).Select(each => each.Subject).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Feature", "MO-01")]
    public async Task A_mailbox_is_stopped_and_started_at_run_time()
    {
        var (support, sales, customer) = (servers.NextUser(), servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support).Mailbox(servers, "sales", sales, "Pop3").Outgoing(servers, support);
        await using var engine = await EngineHost.StartAsync(settings);
        await engine.WaitForStatusAsync("support", status => status.LastSuccess is not null, "a first look");
        engine.Monitor.Stop("support");
        await engine.WaitForStatusAsync("support", status => status.Activity == MailboxActivity.Stopped, "a stopped mailbox");

        new Maildir(support).Put(new TestMail(customer.Address, support.Address, "To support").Octets);
        new Maildir(sales).Put(new TestMail(customer.Address, sales.Address, "To sales").Octets);
        var first = Assert.Single(await engine.WaitForTicketsAsync(1));
        Assert.Equal("To sales", first.Subject);
        await engine.LookAsync("sales");
        Assert.Single(new Maildir(support).Mails());

        engine.Monitor.Start("support");
        await engine.WaitForTicketsAsync(2);
    }

    [Fact]
    [Trait("Feature", "BE-08")]
    public async Task New_mail_is_pushed_long_before_the_next_look()
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support).Outgoing(servers, support);
        settings["Mailboxes:support:CheckInterval"] = "02:00:00";
        await using var engine = await EngineHost.StartAsync(settings);
        for (var i = 1; i <= 3; i++)
        {
            await engine.WaitForStatusAsync("support", status => status.Activity == MailboxActivity.Waiting, "a waiting mailbox");
            new Maildir(support).Put(new TestMail(customer.Address, support.Address, $"Number {i}").Octets);
            await engine.WaitForTicketsAsync(i);
        }
    }

    [Fact]
    public async Task A_lost_connection_is_made_again_and_mail_of_the_meantime_is_read()
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        await using var proxy = new Proxies.CuttingProxy(servers.Dovecot.Ports.Imaps);
        var settings = new EngineSettings().Mailbox(servers, "support", support, port: proxy.Port).Outgoing(servers, support);
        await using var engine = await EngineHost.StartAsync(settings);
        for (var i = 1; i <= 3; i++)
        {
            await engine.WaitForStatusAsync("support", status => status.Activity == MailboxActivity.Waiting, "a waiting mailbox");
            proxy.CutAll();
            new Maildir(support).Put(new TestMail(customer.Address, support.Address, $"Number {i}").Octets);
            await engine.WaitForTicketsAsync(i);
        }

        await Eventually.BecomesTrueAsync(() => proxy.Connections >= 4, "new connections");
    }
}
