using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Stores;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Mails into the journal on SQLite, each safe on the disk; against the same rows by bare SQL. And eight writers at once.</summary>
internal sealed class StoreSqliteRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Pairs = 7;
    private const int Mails = 300;
    private const int Batch = 50;

    public string Name => "store-sqlite";

    public string Measures => "mails of about 21 kB into the journal on SQLite, by the wall clock; against bare SQL";

    public IEnumerable<Figure> Run(PairedRunner runner) => RunAsync().GetAwaiter().GetResult();

    private async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hde-store-").FullName;
        try
        {
            var (own, other) = (Path.Combine(folder, "own.db"), Path.Combine(folder, "bare.db"));
            await using var stores = new StoreWork(mail => mail.UseSqlite($"Data Source={own}"));
            await using (var maker = new StoreWork(mail => mail.UseSqlite($"Data Source={other}")))
            {
                await using var node = await maker.Mail.JoinAsync("bench", CancellationToken.None);
            }

            using var bare = new BareSqlite(other);
            var source = new StoreMails(mails.Replies);
            var single = await MeasureAsync(stores, bare, source, Mails, 1);
            var batched = await MeasureAsync(stores, bare, source, Mails * 4, Batch);
            var tickets = new List<string>();
            for (var i = 0; i < 3; i++)
            {
                tickets.Add(await Crowd.NewTicketAsync(stores.Tickets));
            }

            var failed = await Crowd.WorkAsync([stores], tickets);
            return
            [
                new Figure(Name, "one a call: time / bare SQL", "x", single.Ratio, Bar: 1.3, Aim: 1.1),
                new Figure(Name, "one a call: mails a second", "1/s", single.Subject.Per(Mails)),
                new Figure(Name, "50 a call: time / bare SQL", "x", batched.Ratio, Bar: 1.3, Aim: 1.1),
                new Figure(Name, "50 a call: mails a second", "1/s", batched.Subject.Per(Mails * 4)),
                new Figure(Name, "8 writers: calls that failed", "", Spread.Once(failed), Bar: 0, Aim: 0),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<(Spread Subject, Spread Yardstick, Spread Ratio)> MeasureAsync(StoreWork stores, BareSqlite bare, StoreMails source, int count, int each)
    {
        var waiting = new Queue<IReadOnlyList<Storage.NewJournalEntry>>(Enumerable.Range(0, 2 * (Pairs + 1)).Select(_ => source.Take(count)));
        return WallClock.PairsAsync(
            Pairs,
            () => stores.AppendAsync(waiting.Dequeue(), each),
            () =>
            {
                bare.Append(waiting.Dequeue(), each);
                return Task.CompletedTask;
            });
    }
}
