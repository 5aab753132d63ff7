using System.Diagnostics;
using System.Globalization;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Proxies;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Waiting;

namespace HelpDesk.Email.Servers.Tests.Reading;

/// <summary>A folder that nobody ever empties.</summary>
public sealed class LargeFolderTests(MailServers servers)
{
    private const string Name = "large";
    private const int Looks = 5;

    private static readonly int Old = CutPoints.IsLong ? 100_000 : 2000;

    [Fact]
    public async Task A_look_with_nothing_new_costs_at_most_two_round_trips_and_fetches_nothing()
    {
        var user = servers.NextUser();
        new Maildir(user).PutOld(Enumerable.Range(0, Old).Select(Mail));
        await using var proxy = new CuttingProxy(servers.Dovecot.Ports.Imap);
        var said = new StringBuilder();
        proxy.Heard = piece => said.Append(Encoding.ASCII.GetString(piece.Span));
        using var bench = new PollBench(new EngineSettings().Mailbox(servers, Name, user).Outgoing(servers, user));
        var options = PollBench.Options("Imap", user, proxy.Port, AfterProcessing.Leave);
        options.InitialImport = InitialImport.Now;
        await using (var source = bench.Open(Name, options))
        {
            await LookInVainAsync(source, "The first look, with the connection made");
            for (var look = 1; look <= Looks; look++)
            {
                Assert.InRange(await LookInVainAsync(source, "Another look"), 1, 2);
            }
        }

        await using (var source = bench.Open(Name, options))
        {
            await LookInVainAsync(source, "A look after a restart, with the connection made");
            Assert.DoesNotContain("FETCH", said.ToString(), StringComparison.Ordinal);

            // And yet nothing is missed.
            new Maildir(user).Put(new TestMail("ann@customers.test", user.Address, "New").Octets);
            await Eventually.ReachesAsync(1, async () => await bench.LookAsync(Name, options, source), "new mails");
        }

        async Task<long> LookInVainAsync(IMailboxSource source, string what)
        {
            var (trips, octets, clock) = (proxy.RoundTrips, proxy.Octets, Stopwatch.StartNew());
            Assert.Equal(0, await bench.LookAsync(Name, options, source));
            trips = proxy.RoundTrips - trips;
            TestContext.Current.TestOutputHelper!.WriteLine($"{what} at {Old} mails: {trips} round trips, {proxy.Octets - octets} octets, {clock.ElapsedMilliseconds} ms.");
            return trips;
        }
    }

    private static byte[] Mail(int number) =>
        Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"From: ann@customers.test\nSubject: {number}\nMessage-ID: <{number}@old.test>\n\n{number}\n"));
}
