using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>Mail of ours that Postfix takes and then sends back, through Dovecot and IMAP.</summary>
public sealed class BounceTests(MailServers servers)
{
    private static readonly int Count = CutPoints.IsLong ? 100 : 10;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Feature", "BE-06")]
    public async Task Every_bounce_marks_its_recipient_makes_no_ticket_and_is_told_once(bool bySubAddress)
    {
        var (support, agent, alive) = (servers.NextUser(), servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support).Outgoing(servers, support);
        settings["Mailboxes:support:SubAddressing"] = bySubAddress ? "true" : "false";
        await using var engine = await EngineHost.StartAsync(settings);
        for (var i = 0; i < Count; i++)
        {
            var ticket = await engine.AddTicketAsync(Dead(i), agent.Address);
            await engine.SendAsync(Dead(i), ticket);
        }

        await engine.SendAsync(alive.Address);
        await Eventually.ReachesAsync(Count, async () => (await engine.OutboxAsync()).Count(row => row.Recipients[0].HasBounced), "bounces that found their mails");
        await Eventually.BecomesTrueAsync(async () => (await engine.OutboxAsync()).All(row => row.State is not (OutboxState.Ready or OutboxState.Sending)), "an outbox without work");
        await engine.SettleAsync("support");

        var rows = await engine.OutboxAsync();
        for (var i = 0; i < Count; i++)
        {
            var row = Assert.Single(rows, row => row.Template == "test" && row.Recipients[0].Address == Dead(i));
            Assert.Equal((OutboxState.Failed, OutboxRecipientState.Failed), (row.State, row.Recipients[0].State));
            Assert.Contains("5.1.1", row.Recipients[0].Report, StringComparison.Ordinal);
            Assert.Equal(bySubAddress, row.ReversePath.Contains('+', StringComparison.Ordinal));
        }

        Assert.Equal(OutboxState.Sent, Assert.Single(rows, row => row.Recipients[0].Address == alive.Address).State);
        Assert.Equal(Count, (await engine.TicketsAsync()).Count);
        Assert.Equal(Count, (await engine.Store.Journal.FindAsync(new JournalQuery { Outcome = JournalOutcome.Recorded, Limit = 1000 }, Token)).Count(row => row.Ticket is not null && row.Mailbox == "support" && row.Origin == JournalOrigin.Mail));

        // One notice each to who works on the ticket, and nothing else.
        var inbox = new Maildir(agent);
        await Eventually.BecomesTrueAsync(() => inbox.Count() >= Count, "the notices");
        Assert.Equal(Count, inbox.Mails().Select(mail => mail.Header("Subject")).Count(subject => subject!.StartsWith("delivery-failed", StringComparison.Ordinal)));
        Assert.Equal(Count, inbox.Count());
        Assert.Equal((2 * Count) + 1, rows.Count);
        Assert.Equal(Count, (await engine.Desk.ListSuppressedAsync(null, 1000, Token)).Count);
    }

    [Fact]
    [Trait("Feature", "BE-06")]
    public async Task A_dead_address_gets_no_more_mail_until_its_owner_writes_and_a_full_one_does()
    {
        var (support, customer) = (servers.NextUser(), servers.NextUser());
        var settings = new EngineSettings().Mailbox(servers, "support", support).Outgoing(servers, support);
        settings["Mailboxes:support:SubAddressing"] = "true";
        await using var engine = await EngineHost.StartAsync(settings);
        var full = $"full@{PostfixConfiguration.FullDomain}";
        foreach (var address in new[] { Dead(0), full })
        {
            await engine.SendAsync(address);
            await Eventually.GetAsync(async () => (await engine.OutboxAsync()).FirstOrDefault(row => row.Recipients[0] is { HasBounced: true } recipient && recipient.Address == address), "the bounce");
            await engine.SendAsync(address);
        }

        await Eventually.GetAsync(async () => (await engine.OutboxAsync()).Count(row => row.Recipients[0].Address == full && row.Recipients[0].HasBounced) == 2 ? engine : null, "the second bounce of a full mailbox");
        var suppressed = Assert.Single(await engine.OutboxAsync(), row => row.State == OutboxState.Suppressed);
        Assert.Equal(Dead(0), suppressed.Recipients[0].Address);
        Assert.Contains("5.1.1", suppressed.LastError, StringComparison.Ordinal);
        Assert.Equal(Dead(0), Assert.Single(await engine.Desk.ListSuppressedAsync(null, 10, Token)).Address);

        // Its owner writes from there: it has mail again.
        new Maildir(support).Put(new TestMail(Dead(0), support.Address, "I am back").Octets);
        await engine.WaitForTicketsAsync(1);
        await engine.SettleAsync("support");
        Assert.Empty(await engine.Desk.ListSuppressedAsync(null, 10, Token));
        Assert.True(await engine.Desk.RequeueAsync(suppressed.Id, Token));
        await Eventually.GetAsync(async () => (await engine.OutboxAsync()).FirstOrDefault(row => row.Id == suppressed.Id && row.Recipients[0].HasBounced), "the mail that was queued again");
        Assert.Equal(0, new Maildir(customer).Count());
    }

    private static string Dead(int number) => $"dead{number}@{PostfixConfiguration.GoneDomain}";
}
