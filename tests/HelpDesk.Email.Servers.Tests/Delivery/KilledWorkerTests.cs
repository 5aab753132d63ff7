using System.Diagnostics;
using HelpDesk.Email.Servers.Tests.Clocks;
using HelpDesk.Email.Servers.Tests.Cutting;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Programs;
using HelpDesk.Email.Servers.Tests.Waiting;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>A process that delivers mail is killed, over and over.</summary>
public sealed class KilledWorkerTests : IAsyncDisposable
{
    private const int Connections = 4;

    private static readonly (int Mails, int Kills) Size = CutPoints.IsLong ? (1000, 200) : (60, 6);

    private readonly ScriptedSmtpServer _server = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("hde-killed-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    [Trait("Feature", "OU-07")]
    public async Task No_mail_is_lost_and_only_those_in_doubt_come_twice_under_one_Message_ID()
    {
        var settings = Settings();
        var file = Path.Combine(_folder, "helpdesk.db");
        await FillAsync(settings, file);

        var chance = new Random(4711);
        var (kills, taken) = (0, 0);
        while (kills < Size.Kills)
        {
            // In the middle of it: somewhere between two mails, or in one.
            var goal = taken + chance.Next(1, 4);
            var delay = chance.Next(0, 8);
            await using var worker = Worker.Start(settings, _folder);
            await Eventually.BecomesTrueAsync(() => _server.Mails.Count >= goal || AreAllTaken(), "mails from the worker");
            await Task.Delay(delay, Token);
            await worker.KillAsync();
            kills++;
            taken = _server.Mails.Count;
            if (AreAllTaken())
            {
                break;
            }
        }

        // What was killed again and again rests for some minutes.
        var clock = new MovableTime();
        await using var engine = await EngineHost.StartAsync(settings, file, clock);
        clock.Advance(TimeSpan.FromMinutes(6));
        var rows = await EndAsync(engine);
        var open = rows.Where(row => row.State != OutboxState.Sent).Select(Shown).ToList();
        Assert.True(open.Count == 0, $"{kills} kills, and {open.Count} mails are not sent:\n{string.Join('\n', open)}");

        var copies = _server.Mails.GroupBy(mail => mail.MessageId).ToDictionary(mail => mail.Key, mail => mail.Count());
        Assert.Equal(rows.Select(row => row.MessageId).Order(), copies.Keys.Order());
        Assert.All(rows, row => Assert.True(copies[row.MessageId] <= row.Attempts, $"Mail {row.Id} came {copies[row.MessageId]} times in {row.Attempts} attempts."));
        var repeats = copies.Values.Sum() - Size.Mails;
        Assert.True(repeats <= kills * Connections, $"{repeats} mails came once more, after {kills} kills of {Connections} connections.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Size.Mails} mails, {kills} kills: none lost, {repeats} repeated of {kills * Connections} that may be, at most {copies.Values.Max()} copies of one, {rows.Count(row => row.Attempts > 1)} rows with more than one attempt.");
    }

    // Until all are sent, or no more are.
    private static async Task<IReadOnlyList<OutboxEntry>> EndAsync(EngineHost engine)
    {
        var (last, still) = (-1, Stopwatch.StartNew());
        while (true)
        {
            var rows = await engine.OutboxAsync();
            var sent = rows.Count(row => row.State == OutboxState.Sent);
            if (sent == Size.Mails || still.Elapsed > Eventually.Guard)
            {
                return rows;
            }

            (last, still) = sent == last ? (last, still) : (sent, Stopwatch.StartNew());
            await Task.Delay(100, Token);
        }
    }

    private static string Shown(OutboxEntry row) =>
        $"{row.Id}: {row.State}, {row.Attempts} attempts, {row.LostAttempts} lost, not before {row.NotBefore:O}, {row.LastError ?? "no error"}";

    private bool AreAllTaken() => _server.Mails.Select(mail => mail.MessageId).Distinct().Count() >= Size.Mails;

    private EngineSettings Settings()
    {
        // Slow enough that a kill hits something.
        _server.Answer = command =>
        {
            Thread.Sleep(command == "." ? 30 : 0);
            return null;
        };
        return new EngineSettings
        {
            ["Mailboxes:support:Address"] = "support@desk.test",
            ["Mailboxes:support:Kind"] = "None",
            ["Mailboxes:support:AfterProcessing"] = "Leave",
            ["Processing:NodeName"] = "killed",
            ["Outgoing:default:Kind"] = "Smtp",
            ["Outgoing:default:Host"] = "127.0.0.1",
            ["Outgoing:default:Port"] = $"{_server.Port}",
            ["Outgoing:default:Encryption"] = "None",
            ["Outgoing:default:UserName"] = "support",
            ["Outgoing:default:Password"] = "secret",
            ["Outgoing:default:MaxConnections"] = $"{Connections}",
        };
    }

    // The mails are written as a host would, by a process that sends none.
    private static async Task FillAsync(EngineSettings settings, string file)
    {
        var port = settings.Values["HelpDeskEmail:Outgoing:default:Port"];
        settings["Outgoing:default:Port"] = "1";
        await using (var engine = await EngineHost.StartAsync(settings, file))
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Size.Mails), Token, async (number, _) => await engine.SendAsync($"person{number}@example.test"));
            await Eventually.ReachesAsync(Size.Mails, async () => (await engine.OutboxAsync()).Count, "mails in the outbox");
            await Eventually.GetAsync(async () => (await engine.OutboxAsync()).All(row => row is { State: OutboxState.Ready, Attempts: 0 }) ? engine : null, "mails that wait");
        }

        settings["Outgoing:default:Port"] = port;
    }
}
