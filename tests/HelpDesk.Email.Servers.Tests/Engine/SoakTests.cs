using System.Diagnostics;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Many mails over many mailboxes, with connections that break at random.</summary>
public sealed class SoakTests(MailServers servers)
{
    private static readonly (int Mailboxes, int Mails) Size = CutPoints.IsLong ? (20, 20_000) : (5, 500);

    [Fact]
    public async Task Every_mail_becomes_one_ticket_however_often_connections_break()
    {
        var users = Enumerable.Range(0, Size.Mailboxes).Select(_ => servers.NextUser()).ToList();
        await using var proxy = new CuttingProxy(servers.Dovecot.Ports.Imaps);
        var settings = new EngineSettings().Outgoing(servers, users[0]);
        for (var i = 0; i < users.Count; i++)
        {
            settings.Mailbox(servers, $"box{i}", users[i], port: proxy.Port);
        }

        // Old mail: nobody is answered, only tickets are counted.
        var yesterday = DateTimeOffset.UtcNow.AddDays(-2);
        for (var i = 0; i < Size.Mails; i++)
        {
            var user = users[i % users.Count];
            new Maildir(user).Put(new TestMail("ann@customers.test", user.Address, $"Mail {i}") { Date = yesterday }.Octets);
        }

        var clock = Stopwatch.StartNew();
        var chance = new Random(4711);
        long peak = 0;
        await using var engine = await EngineHost.StartAsync(settings);
        var seen = 0;
        while (seen < Size.Mails)
        {
            proxy.CutAfter(chance.Next(1, 60_000));
            var cuts = proxy.Cuts;
            var before = clock.Elapsed;
            await Eventually.BecomesTrueAsync(() => proxy.Cuts > cuts || engine.Monitor.Mailboxes.Sum(status => status.Received) >= Size.Mails || clock.Elapsed - before > TimeSpan.FromSeconds(2), "a cut");
            engine.Monitor.LookNow(null);
            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            seen = (await engine.TicketsAsync()).Count;
        }

        foreach (var i in Enumerable.Range(0, users.Count))
        {
            await engine.LookAsync($"box{i}");
            await engine.SettleAsync($"box{i}");
            await Eventually.BecomesTrueAsync(() => new Maildir(users[i]).Mails("Processed").Count == Size.Mails / users.Count, "all mails moved");
        }

        var tickets = await engine.TicketsAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Size.Mails} mails over {Size.Mailboxes} mailboxes in {clock.Elapsed.TotalSeconds:0.0} s, {proxy.Cuts} cuts, {proxy.Connections} connections, at most {peak / 1024 / 1024} MB of managed memory.");
        Assert.Equal(Size.Mails, tickets.Count);
        Assert.Equal(Size.Mails, tickets.Select(ticket => ticket.Subject).Distinct().Count());
        Assert.All(users, user => Assert.Empty(new Maildir(user).Mails()));
    }
}
