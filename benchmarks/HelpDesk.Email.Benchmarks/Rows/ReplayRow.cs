using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Hands over mails that the journal knows already; beside mails that it does not, which go to their end.</summary>
internal sealed class ReplayRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mails = 400;
    private const int Pairs = 7;

    public string Name => "replay";

    public string Measures => "mails that come a second time under the receipts they had; against new ones, from the journal to their end";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var desk = await Desk.OpenAsync(mail => mail.UseSqlite($"Data Source={folder.File("helpdesk.db")}"));
        var traffic = new Traffic(mails.Replies);
        var known = traffic.Questions(Mails);
        var receipts = await desk.RunAsync(known);
        var written = 0;
        var turns = await Turns.RunAsync(
            Pairs,
            () => known,
            async again => written += await desk.TakeInAsync(again, receipts),
            () => traffic.Questions(Mails),
            questions => desk.RunAsync(questions));
        return
        [
            new Figure(Name, "rows written", "", Spread.Once(written), Bar: 0, Aim: 0),
            new Figure(Name, "time / ingest", "x", turns.Ratio, Bar: 0.2, Aim: 0.05),
            new Figure(Name, "processor time / ingest", "x", turns.ProcessorRatio, Bar: 0.2, Aim: 0.05),
            new Figure(Name, "known mails a second", "1/s", turns.Subject.Per(Mails)),
            new Figure(Name, "new mails a second", "1/s", turns.Yardstick.Per(Mails)),
        ];
    }
}
