using HelpDesk.Email.Servers.Tests.Clocks;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Mailboxes that were full before the engine came, or filled while it was away.</summary>
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
        await engine.WaitForStatusAsync("support", status => status.LastSuccess is not null, "a first look");
        await engine.WaitForTicketsAsync(expected);
        maildir.Put(new TestMail(customer.Address, support.Address, "New").Octets);
        await engine.WaitForTicketsAsync(expected + 1);
        await engine.LookAsync("support");
        await engine.SettleAsync("support");
        await new Maildir(customer).WaitForAsync(_ => true, "the one acknowledgement");

        Assert.Equal(expected + 1, (await engine.TicketsAsync()).Count);
        var sent = Assert.Single(await engine.OutboxAsync());
        Assert.Equal(customer.Address, Assert.Single(sent.Recipients).Address);
        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}, {import}: {Old} old mails, {expected} tickets of them, 1 new mail, 1 answer.");
    }

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [Trait("Feature", "BE-13")]
    public async Task After_an_outage_of_a_week_every_mail_becomes_a_ticket_and_only_those_of_the_last_day_are_answered(string kind)
    {
        const int Young = 20;
        var support = servers.NextUser();
        var maildir = new Maildir(support);
        var settings = new EngineSettings().Mailbox(servers, "support", support, kind).Outgoing(servers, support);
        settings["Mailboxes:support:AfterProcessing"] = "Leave";
        settings["Mailboxes:support:MaxPerCheck"] = "9999";
        var folder = Directory.CreateTempSubdirectory("hde-outage-").FullName;
        var file = Path.Combine(folder, "helpdesk.db");
        var now = DateTimeOffset.UtcNow;
        var week = TimeSpan.FromDays(7);
        maildir.Put(Mail(0, now - week), now - week);
        await using (var engine = await EngineHost.StartAsync(settings, file, new ShiftedTime(-week)))
        {
            await engine.WaitForTicketsAsync(1);
            await engine.LookAsync("support");
            await engine.SettleAsync("support");
        }

        // Nobody reads, and mail goes on: most of it over the week, some in the last day.
        for (var i = 1; i <= Old; i++)
        {
            var age = i <= Old - Young ? TimeSpan.FromHours(25) + ((week - TimeSpan.FromHours(25)) * (1 - (i / (double)Old))) : TimeSpan.FromHours(Old - i + 1);
            maildir.Put(Mail(i, now - age), now - age);
        }

        await using (var engine = await EngineHost.StartAsync(settings, file))
        {
            await engine.WaitForTicketsAsync(Old + 1);
            await engine.LookAsync("support");
            await engine.SettleAsync("support");

            Assert.Equal(Enumerable.Range(0, Old + 1).Select(i => $"Mail {i}").Order(StringComparer.Ordinal), (await engine.TicketsAsync()).Select(ticket => ticket.Subject).Order(StringComparer.Ordinal));
            var answered = (await engine.OutboxAsync()).Select(row => Assert.Single(row.Recipients).Address).ToList();
            Assert.Equal(Enumerable.Range(Old - Young + 1, Young).Append(0).Select(Customer).Order(StringComparer.Ordinal), answered.Order(StringComparer.Ordinal));
            TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {Old} mails in a week, {Young} of them in the last day; {Old + 1} tickets, {answered.Count} answers.");
        }

        Directory.Delete(folder, recursive: true);

        byte[] Mail(int number, DateTimeOffset date) => new TestMail(Customer(number), support.Address, $"Mail {number}") { Date = date }.Octets;
        static string Customer(int number) => $"customer{number}@customers.test";
    }
}
