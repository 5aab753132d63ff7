using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;
using HelpDesk.Email.PostgreSql;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Takes mails in with a million messages in the store, and with a thousand, by turns.</summary>
internal sealed class GrowthStoreRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Small = 1_000;
    private const int Large = 1_000_000;
    private const int Mails = 200;
    private const int Pairs = 7;

    public string Name => "growth-store";

    public string Measures => "questions and answers to old tickets, from the journal to their end, with a million stored messages; against a thousand";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        using var folder = new TemporaryFolder();
        foreach (var figure in MeasureAsync(Name, "SQLite", Large, name => Sqlite(folder.File(name)), mails).GetAwaiter().GetResult())
        {
            yield return figure;
        }

        using var server = PostgreSqlServer.TryStart();
        if (server is null)
        {
            Console.Error.WriteLine($"{Name} leaves PostgreSQL out: there is no server on this machine. On Debian: apt-get install postgresql");
            yield break;
        }

        foreach (var figure in MeasureAsync(Name, "PostgreSQL", Large, name => PostgreSql(server.ConnectionString, name), mails).GetAwaiter().GetResult())
        {
            yield return figure;
        }
    }

    /// <summary>Measures one kind of store with so many messages, against a thousand.</summary>
    /// <param name="row">The row.</param>
    /// <param name="of">The kind.</param>
    /// <param name="large">How many messages.</param>
    /// <param name="stores">Chooses stores of a name, and says how they are filled.</param>
    /// <param name="mails">The mails.</param>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(
        string row, string of, int large, Func<string, (Action<IHelpDeskEmailBuilder> Stores, IStoreSeed Seed)> stores, BenchmarkMails mails)
    {
        await using var many = await OpenAsync(stores("large"), large);
        await using var few = await OpenAsync(stores("small"), Small);
        var traffic = new Traffic(mails.Replies);
        var (atMany, atFew) = (0, 0);
        for (var i = 0; i < 5; i++)
        {
            // Until the compiler has exchanged what runs often.
            await few.RunAsync(traffic.Questions(Mails));
        }

        var turns = await Turns.RunAsync(
            Pairs, () => Some(traffic, large, ref atMany), many.RunAsync, () => Some(traffic, Small, ref atFew), few.RunAsync);
        return
        [
            new Figure(row, $"{of}: processor time / with 1,000", "x", turns.ProcessorRatio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: time / with 1,000", "x", turns.Ratio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: allocated / with 1,000", "x", turns.AllocatedRatio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: mails a second", "1/s", turns.Subject.Per(Mails)),
            new Figure(row, $"{of}: with 1,000, mails a second", "1/s", turns.Yardstick.Per(Mails)),
        ];
    }

    /// <summary>Stores on SQLite.</summary>
    public static (Action<IHelpDeskEmailBuilder> Stores, IStoreSeed Seed) Sqlite(string path) =>
        (mail => mail.UseSqlite($"Data Source={path}"), new SqliteSeed(path));

    /// <summary>Stores in a schema of PostgreSQL.</summary>
    public static (Action<IHelpDeskEmailBuilder> Stores, IStoreSeed Seed) PostgreSql(string connectionString, string schema) =>
        (mail => mail.UsePostgreSql(new PostgreSqlOptions { ConnectionString = connectionString, Schema = schema }), new PostgreSqlSeed(connectionString, schema));

    private static async Task<Desk> OpenAsync((Action<IHelpDeskEmailBuilder> Stores, IStoreSeed Seed) chosen, int messages)
    {
        // Once for the schema, and again over what is filled in.
        await (await Desk.OpenAsync(chosen.Stores)).DisposeAsync();
        await chosen.Seed.FillAsync(messages);
        return await Desk.OpenAsync(chosen.Stores);
    }

    // Half of them answer a mail of a customer who has a ticket, each another one.
    private static IReadOnlyList<byte[]> Some(Traffic traffic, int messages, ref int at)
    {
        var tickets = IStoreSeed.TicketsOf(messages);
        var parents = new List<(long, string)>();
        for (var i = 0; i < Mails / 2; i++)
        {
            var customer = 1 + (at++ * 7919L % tickets);
            parents.Add((customer, IStoreSeed.MessageIdOf(customer)));
        }

        return [.. traffic.Answers(parents), .. traffic.Questions(Mails / 2)];
    }
}
