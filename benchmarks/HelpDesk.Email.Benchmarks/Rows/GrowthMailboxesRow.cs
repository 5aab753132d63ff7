using System.Globalization;
using HelpDesk.Email.Benchmarks.Children;
using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>The same mails through 50 mailboxes and through one; with a mailbox beside them that never answers; and what an idle mailbox costs.</summary>
internal sealed class GrowthMailboxesRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mailboxes = 50;
    private const int Mails = 400;
    private const int Pairs = 5;
    private const int WarmUps = 6;
    private const int Idle = 101;
    private const int Runs = 3;

    public string Name => "growth-mailboxes";

    public string Measures => "mails through 50 mailboxes into tickets on SQLite; against one mailbox, and beside a mailbox that never answers; resident memory of an idle mailbox";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        foreach (var figure in SpeedAsync().GetAwaiter().GetResult())
        {
            yield return figure;
        }

        if (ResidentMemory.IsKnown)
        {
            yield return new Figure(Name, "resident of an idle mailbox", "KiB", Spread.Of(IdleAsync().GetAwaiter().GetResult()), Bar: 512, Aim: 160);
        }
    }

    private async Task<IReadOnlyList<Figure>> SpeedAsync()
    {
        await using var one = await MailboxHost.StartAsync(1);
        await using var many = await MailboxHost.StartAsync(Mailboxes);
        await using var withSlow = await MailboxHost.StartAsync(Mailboxes, slow: 1);
        var traffic = new Traffic(mails.Replies);
        for (var i = 0; i < WarmUps; i++)
        {
            await many.RunAsync(traffic.Questions(Mails));
        }

        var turns = await Turns.RunAsync(Pairs, () => traffic.Questions(Mails), one.RunAsync, many.RunAsync);
        var slow = await Turns.RunAsync(Pairs, () => traffic.Questions(Mails), withSlow.RunAsync, many.RunAsync);
        return
        [
            // So much of the speed with one mailbox as is left with 50 must be 0.9: the time is 1.11 times as long at most.
            new Figure(Name, "50 mailboxes: time / one mailbox", "x", Upside(turns.Ratio), Bar: 1.11, Aim: 1),
            new Figure(Name, "50 mailboxes: processor time / one", "x", Upside(turns.ProcessorRatio), Bar: 1.11, Aim: 1),
            new Figure(Name, "50 and a slow one: time / without it", "x", slow.Ratio, Bar: 1.11, Aim: 1),
            new Figure(Name, "50 mailboxes: mails a second", "1/s", turns.Yardstick.Per(Mails)),
            new Figure(Name, "one mailbox: mails a second", "1/s", turns.Subject.Per(Mails)),
        ];
    }

    private static Spread Upside(Spread ratio) => new(1 / ratio.Median, 1 / ratio.Max, 1 / ratio.Min);

    private static async Task<IReadOnlyCollection<double>> IdleAsync()
    {
        var kibibytes = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            kibibytes.Add((await ResidentAsync(Idle) - await ResidentAsync(1)) / (double)(Idle - 1));
        }

        return kibibytes;
    }

    private static async Task<long> ResidentAsync(int mailboxes)
    {
        using var folder = new TemporaryFolder();
        await using var server = new ImapStub([], 0) { ServesTogether = true };
        using var desk = OwnProcess.Start(
            IdleMailboxesHost.Word, server.Port.ToString(CultureInfo.InvariantCulture), Path.GetDirectoryName(folder.File("x"))!, mailboxes.ToString(CultureInfo.InvariantCulture));
        var line = await desk.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The help desk in its own process ended.");
        await desk.WaitForExitAsync();
        return ResidentMemory.Parse(line).Kilobytes;
    }
}
