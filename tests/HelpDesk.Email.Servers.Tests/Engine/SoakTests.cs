using System.Diagnostics;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Measuring;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Many mails over many mailboxes, with connections that break at random.</summary>
public sealed class SoakTests(MailServers servers)
{
    // How many mailboxes and mails, and how often memory is measured.
    private static readonly (int Mailboxes, int Mails, int Points) Size = CutPoints.IsLong ? (20, 20_000, 20) : (5, 500, 4);

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
        var memory = new MemoryCurve();
        var (cuts, looked) = (-1L, Stopwatch.StartNew());
        memory.Add(0);
        await using var engine = await EngineHost.StartAsync(settings);
        for (var part = 1; part <= Size.Points; part++)
        {
            var goal = part * Size.Mails / Size.Points;
            await Eventually.ReachesAsync(
                goal,
                () =>
                {
                    // After a cut the pauses grow: nobody waits for their end.
                    if (proxy.Cuts != cuts || looked.Elapsed > TimeSpan.FromSeconds(2))
                    {
                        (cuts, looked) = (proxy.Cuts, Stopwatch.StartNew());
                        engine.Monitor.LookNow(null);
                        proxy.CutAfter(chance.Next(1, 60_000));
                    }

                    return engine.CountTicketsAsync();
                },
                "tickets");
            memory.Add(await engine.CountTicketsAsync());
        }

        proxy.CutAfter(long.MaxValue / 2);
        foreach (var i in Enumerable.Range(0, users.Count))
        {
            await engine.LookAsync($"box{i}");
            await engine.SettleAsync($"box{i}");
            await Eventually.ReachesAsync(Size.Mails / users.Count, () => Task.FromResult((long)new Maildir(users[i]).Count("Processed")), "moved mails");
        }

        var seconds = clock.Elapsed.TotalSeconds;
        var tickets = await engine.TicketsAsync();
        TestContext.Current.TestOutputHelper!.WriteLine($"{Size.Mails} mails over {Size.Mailboxes} mailboxes in {seconds:0.0} s, {proxy.Cuts} cuts, {proxy.Connections} connections.");
        TestContext.Current.TestOutputHelper!.WriteLine(memory.ToString());
        Assert.Equal(Size.Mails, tickets.Count);
        Assert.Equal(Size.Mails, tickets.Select(ticket => ticket.Subject).Distinct().Count());
        Assert.All(users, user => Assert.Equal((0, Size.Mails / users.Count), (new Maildir(user).Count(), new Maildir(user).Count("Processed"))));
        Assert.True(!CutPoints.IsLong || memory.IsFlat, $"Memory grows: {memory}.");
    }
}
