using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;
using HelpDesk.Email.Benchmarks.Stores;
using HelpDesk.Email.PostgreSql;
using HelpDesk.Email.PostgreSql.Tests.Proxies;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Mails into the journal on PostgreSQL, each safe on the disk; against the same rows by bare SQL. Round trips are counted on the line, deadlocks by the server.</summary>
internal sealed class StorePgRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Pairs = 7;
    private const int Mails = 300;
    private const int Batch = 50;
    private const int WarmUps = 8;

    public string Name => "store-pg";

    public string Measures => "mails of about 21 kB into the journal on PostgreSQL, by the wall clock; against bare SQL";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        using var server = PostgreSqlServer.TryStart();
        if (server is null)
        {
            Console.Error.WriteLine($"{Name} is left out: there is no PostgreSQL server on this machine. On Debian: apt-get install postgresql");
            return [];
        }

        return [.. MeasureAsync(server).GetAwaiter().GetResult(), .. CountAsync(server).GetAwaiter().GetResult(), CrowdAsync(server).GetAwaiter().GetResult()];
    }

    private static StoreWork Open(PostgreSqlServer server, string schema, int? port = null) => new(mail => mail.UsePostgreSql(new PostgreSqlOptions
    {
        ConnectionString = server.ConnectionString.Replace($"Port={server.Port}", $"Port={port ?? server.Port}", StringComparison.Ordinal),
        Schema = schema,
    }));

    private async Task<IReadOnlyList<Figure>> MeasureAsync(PostgreSqlServer server)
    {
        await using var stores = Open(server, "own");
        await using (var maker = Open(server, "bare"))
        {
            await using var node = await maker.Mail.JoinAsync("bench", CancellationToken.None);
        }

        await using var bare = await BarePostgreSql.OpenAsync(server.ConnectionString + ";Search Path=bare");
        var source = new StoreMails(mails.Replies);
        var single = await MeasureAsync(stores, bare, source, Mails, 1);
        var batched = await MeasureAsync(stores, bare, source, Mails * 4, Batch);
        return
        [
            new Figure(Name, "one a call: time / bare SQL", "x", single.Ratio, Bar: 1.3, Aim: 1.1),
            new Figure(Name, "one a call: mails a second", "1/s", single.Subject.Per(Mails)),
            new Figure(Name, "50 a call: time / bare SQL", "x", batched.Ratio, Bar: 1.3, Aim: 1.1),
            new Figure(Name, "50 a call: mails a second", "1/s", batched.Subject.Per(Mails * 4)),
        ];
    }

    private static async Task<(Spread Subject, Spread Yardstick, Spread Ratio)> MeasureAsync(StoreWork stores, BarePostgreSql bare, StoreMails source, int count, int each)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            // The compiler exchanges code for better code for a while.
            await stores.AppendAsync(source.Take(count), each);
            await bare.AppendAsync(source.Take(count), each);
        }

        var waiting = new Queue<IReadOnlyList<Storage.NewJournalEntry>>(Enumerable.Range(0, 2 * (Pairs + 1)).Select(_ => source.Take(count)));
        return await WallClock.PairsAsync(Pairs, () => stores.AppendAsync(waiting.Dequeue(), each), () => bare.AppendAsync(waiting.Dequeue(), each));
    }

    private async Task<IReadOnlyList<Figure>> CountAsync(PostgreSqlServer server)
    {
        using var proxy = new TurnProxy(server.Port);
        await using var stores = Open(server, "counted", proxy.Port);
        var source = new StoreMails(mails.Replies);
        await stores.AppendAsync(source.Take(Mails), 1);
        var ticket = await Crowd.NewTicketAsync(stores.Tickets);

        // Each with what is told to other processes, which is once in a while.
        var before = proxy.Turns;
        await stores.AppendAsync(source.Take(Mails), 1);
        var written = (proxy.Turns - before) / (double)Mails;
        before = proxy.Turns;
        for (var i = 0; i < Mails; i++)
        {
            await Crowd.NewTicketAsync(stores.Tickets);
        }

        var changed = (proxy.Turns - before) / (double)Mails;
        before = proxy.Turns;
        var worked = 0;
        while (await stores.Mail.Queue.ClaimAsync("bench", Batch, TimeSpan.FromMinutes(5), CancellationToken.None) is { Count: > 0 } claims)
        {
            foreach (var claim in claims)
            {
                await Crowd.OneAsync(stores.Mail, stores.Tickets, claim, ticket);
                worked++;
            }
        }

        var all = (proxy.Turns - before) / (double)worked;
        return
        [
            new Figure(Name, "round trips to write a mail", "", Spread.Once(written), Bar: 2, Aim: 1.05),
            new Figure(Name, "round trips to change a ticket", "", Spread.Once(changed), Bar: 2.05),
            new Figure(Name, "round trips from claim to end", "", Spread.Once(all)),
        ];
    }

    private async Task<Figure> CrowdAsync(PostgreSqlServer server)
    {
        const string Deadlocks = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        var before = await server.NumberAsync(Deadlocks);
        var stores = Enumerable.Range(0, Crowd.Writers).Select(_ => Open(server, "crowd")).ToList();
        var tickets = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            tickets.Add(await Crowd.NewTicketAsync(stores[0].Tickets));
        }

        // The same mails by all of them, each in an order of its own; then each mail by one of them.
        var all = new StoreMails(mails.Replies).Take(Mails * 2);
        await Task.WhenAll(stores.Select((writer, i) => Task.Run(async () =>
        {
            var mine = all.ToArray();
            new Random(i).Shuffle(mine);
            foreach (var some in mine.Chunk(Batch))
            {
                await writer.Mail.Journal.AppendAsync(some, CancellationToken.None);
            }
        })));
        var failed = await Crowd.WorkAsync(stores, tickets);
        foreach (var writer in stores)
        {
            await writer.DisposeAsync();
        }

        // The server counts what it saw a moment later.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return new Figure(Name, "8 writers: deadlocks, and calls that failed", "", Spread.Once(await server.NumberAsync(Deadlocks) - before + failed), Bar: 0, Aim: 0);
    }
}
