using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.QuickStart.Tests.Journal;
using HelpDesk.Email.QuickStart.Tests.Load;
using HelpDesk.Email.QuickStart.Tests.Pages;
using HelpDesk.Email.QuickStart.Tests.Server;

namespace HelpDesk.Email.QuickStart.Tests.Kills;

/// <summary>What stays when the process is killed.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Mails = 500;
    private const int UsualKills = 20;
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(3);

    private readonly DataFolder _folder = new();

    /// <remarks>
    /// <c>HELPDESK_EMAIL_KILLS</c> sets how often it is killed, <c>HELPDESK_EMAIL_SEED</c> repeats the plan and the moments of
    /// another run; the machine's own timing repeats itself only roughly.
    /// </remarks>
    [Fact]
    [Trait("Feature", "BE-01")]
    public async Task Killed_at_any_moment_it_loses_no_mail_that_it_accepted_and_doubles_none()
    {
        var kills = Setting("HELPDESK_EMAIL_KILLS") ?? UsualKills;
        var seed = Setting("HELPDESK_EMAIL_SEED") ?? Random.Shared.Next();
        output.WriteLine($"{kills} kills with seed {seed}; to repeat: HELPDESK_EMAIL_KILLS={kills} HELPDESK_EMAIL_SEED={seed}");

        var clock = Stopwatch.StartNew();
        var random = new Random(seed);
        var plan = new MailPlan(Mails, random);
        var (smtpPort, httpPort) = (ServerPorts.Free(), ServerPorts.Free());
        using var client = new RetryingClient(plan, smtpPort);

        // A share of the mails for the time before each kill, and one for the time after the last.
        int Share(int kill) => plan.Deliveries * kill / (kills + 1);
        using var end = new CancellationTokenSource();
        var sending = client.RunAsync(end.Token);
        try
        {
            for (var kill = 1; kill <= kills; kill++)
            {
                var mails = Share(kill) - Share(kill - 1);
                client.Allow(mails);
                var moment = KillMoment.Choose(random, mails);
                await using var server = QuickStartProcess.Start(_folder, smtpPort, httpPort);
                await moment.ComesAsync(server, client);
                await server.KillAsync();
                output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s, kill {kill}: {moment}; {client.Accepted} accepted");
            }

            client.Allow(plan.Deliveries - Share(kills));
            await using var last = await QuickStartProcess.StartAsync(_folder, smtpPort, httpPort);
            await sending.WaitAsync(Guard);
            output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s, all accepted after {client.Failures} failures");

            await using var journal = new JournalFile(_folder);
            await journal.IsQuietAsync(Guard);
            output.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s, all done");
            using var site = new HelpDeskSite(last);
            await Bookkeeping.IsRightAsync(plan, await site.TicketsAsync(), journal, _folder);
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAny(sending);
        }
    }

    public void Dispose() => _folder.Dispose();

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
