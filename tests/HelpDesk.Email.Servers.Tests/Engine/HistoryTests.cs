using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Mailboxes that were full before the engine came, or whose server forgot everything.</summary>
public sealed class HistoryTests(MailServers servers)
{
    private static readonly int Old = CutPoints.IsLong ? 10_000 : 200;

    [Theory]
    [InlineData("Imap", "All")]
    [InlineData("Imap", "Now")]
    [InlineData("Imap", "Since")]
    [InlineData("Pop3", "All")]
    [InlineData("Pop3", "Now")]
    [Trait("Feature", "BE-13")]
    public async Task A_first_connection_answers_nobody_of_long_ago(string kind, string import)
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var maildir = new Maildir(support);
        var today = DateTimeOffset.UtcNow;
        for (var i = 0; i < Old; i++)
        {
            var date = today.AddDays(-2 - (i % 10));
            maildir.Put(new TestMail($"old{i}@customers.test", support.Address, $"Old {i}") { Date = date }.Octets, date);
        }

        var settings = new EngineSettings().Mailbox(servers, "support", support, kind).Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = "Leave";
        settings["Mailboxes:support:MaxPerCheck"] = "9999";
        settings["Mailboxes:support:InitialImport"] = import;
        settings["Mailboxes:support:InitialImportSince"] = import == "Since" ? today.AddDays(-5.5).ToString("O") : null;
        var expected = import switch
        {
            "All" => Old,
            "Now" => 0,
            _ => Enumerable.Range(0, Old).Count(i => 2 + (i % 10) < 5.5),
        };
        await using var engine = await EngineHost.StartAsync(settings);
        await engine.LookAsync("support");
        await engine.WaitForTicketsAsync(expected);
        maildir.Put(new TestMail(customer.Address, support.Address, "New").Octets);
        await engine.WaitForTicketsAsync(expected + 1);
        await engine.SettleAsync("support");
        await new Maildir(customer).WaitForAsync(_ => true, "the one acknowledgement");

        Assert.Equal(expected + 1, (await engine.TicketsAsync()).Count);
        var sent = Assert.Single(await engine.OutboxAsync(), row => row.State != OutboxState.Throttled);
        Assert.Equal(customer.Address, Assert.Single(sent.Recipients).Address);
    }

    [Fact]
    public async Task A_server_that_numbers_its_mails_anew_makes_no_second_ticket()
    {
        const int Count = 100;
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var maildir = new Maildir(support);
        for (var i = 0; i < Count; i++)
        {
            maildir.Put(new TestMail(customer.Address, support.Address, $"Number {i}").Octets);
        }

        var settings = new EngineSettings().Mailbox(servers, "support", support).Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = "Leave";
        await using var engine = await EngineHost.StartAsync(settings);
        await engine.WaitForTicketsAsync(Count);
        await engine.SettleAsync("support");
        engine.Monitor.Stop("support");
        await engine.WaitForStatusAsync("support", status => status.Activity == Monitoring.MailboxActivity.Stopped, "a stopped mailbox");
        maildir.ForgetUids();
        maildir.Put(new TestMail(customer.Address, support.Address, "New").Octets);

        engine.Monitor.Start("support");
        await engine.WaitForTicketsAsync(Count + 1);
        await engine.LookAsync("support");
        await engine.SettleAsync("support");

        Assert.Equal(Count + 1, (await engine.TicketsAsync()).Count);
    }
}
