using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.Benchmarks.Children;
using HelpDesk.Email.Benchmarks.Generating;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Lets mails of 25 and 100 MB come to a help desk in a process of its own, by IMAP into tickets on SQLite.</summary>
internal sealed class BigMailRow : IBenchmarkRow
{
    private const int Runs = 5;
    private const string RowName = "big-mail";
    private const int Megabyte = 1 << 20;

    // So many, and some of 3 MB among them, that the runtime has compiled what it uses and the heap has the size that it keeps.
    private static readonly Lazy<byte[][]> Ordinary = new(() =>
    [
        .. MailCorpus.MakeOf(MailSort.Reply, 400).Select(mail => mail.Octets),
        .. MailCorpus.MakeOf(MailSort.File, 40).Select(mail => mail.Octets),
        .. Enumerable.Range(0, 5).Select(i => FileMail.Make((3 * Megabyte) + i)),
    ]);

    public string Name => RowName;

    public string Measures => "resident memory that a mail of 25 MB costs a whole help desk above what it has when idle, and one of 100 MB";

    public IEnumerable<Figure> Run(PairedRunner runner) => ResidentMemory.IsKnown ? RunAsync().GetAwaiter().GetResult() : [];

    private static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var (small, large, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            small.Add(await CostAsync(25 * Megabyte));
            large.Add(await CostAsync(100 * Megabyte));
            ratios.Add(large[^1] / small[^1]);
        }

        return
        [
            new Figure(RowName, "25 MB, above idle", "MB", Spread.Of(small), Bar: 16, Aim: 6),
            new Figure(RowName, "100 MB, above idle", "MB", Spread.Of(large)),
            new Figure(RowName, "100 MB / 25 MB", "x", Spread.Of(ratios), Bar: 1.2, Aim: 1.05),
        ];
    }

    /// <returns>How many megabytes more were resident at most.</returns>
    private static async Task<double> CostAsync(int octets)
    {
        var folder = Directory.CreateTempSubdirectory("helpdesk-email-benchmark-");
        try
        {
            await using var server = new ImapStub([.. Ordinary.Value, FileMail.Make(octets)], 0);
            using var desk = Start(server.Port, folder.FullName);
            server.Count = Ordinary.Value.Length;
            var idle = await AskAsync(desk, server.Count);
            idle = await AskAsync(desk, server.Count);
            server.Count++;
            var after = await AskAsync(desk, server.Count);
            desk.StandardInput.Close();
            await desk.WaitForExitAsync();
            return (after.PeakKilobytes - idle.Kilobytes) / 1024.0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(int port, string folder) => OwnProcess.Start(BigMailHost.Word, port.ToString(CultureInfo.InvariantCulture), folder);

    private static async Task<ResidentMemory> AskAsync(Process desk, int tickets)
    {
        await desk.StandardInput.WriteLineAsync(tickets.ToString(CultureInfo.InvariantCulture));
        return ResidentMemory.Parse(await desk.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The help desk in its own process ended."));
    }
}
