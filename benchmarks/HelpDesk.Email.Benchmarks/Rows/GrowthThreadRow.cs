using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Benchmarks.Servers;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Answers to a ticket with 10,000 entries, of which its agent is told; against one with 250.</summary>
/// <remarks>A mail to an agent looks at the newest 200 entries at most: a ticket with fewer costs less by what it has fewer.</remarks>
internal sealed class GrowthThreadRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Small = 250;
    private const int Large = 10_000;
    private const int Mails = 50;
    private const int Pairs = 7;

    public string Name => "growth-thread";

    public string Measures => "answers to a ticket of 10,000 entries, with the mail to its agent; against a ticket of 250";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        using var folder = new TemporaryFolder();
        foreach (var figure in MeasureAsync(Name, "SQLite", GrowthStoreRow.Sqlite(folder.File("helpdesk.db")), mails).GetAwaiter().GetResult())
        {
            yield return figure;
        }

        using var server = PostgreSqlServer.TryStart();
        if (server is null)
        {
            Console.Error.WriteLine($"{Name} leaves PostgreSQL out: there is no server on this machine. On Debian: apt-get install postgresql");
            yield break;
        }

        foreach (var figure in MeasureAsync(Name, "PostgreSQL", GrowthStoreRow.PostgreSql(server.ConnectionString, "desk"), mails).GetAwaiter().GetResult())
        {
            yield return figure;
        }
    }

    /// <summary>Measures one kind of store.</summary>
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string row, string of, (Action<IHelpDeskEmailBuilder> Stores, IStoreSeed Seed) stores, BenchmarkMails mails)
    {
        await using var desk = await Desk.OpenAsync(stores.Stores);
        var traffic = new Traffic(mails.Replies);
        var large = await OpenTicketAsync(desk, stores.Seed, traffic, 1, Large);
        var small = await OpenTicketAsync(desk, stores.Seed, traffic, 2, Small);
        for (var i = 0; i < 5; i++)
        {
            // Until the compiler has exchanged what runs often.
            await desk.RunAsync(traffic.Questions(4 * Mails));
        }

        var turns = await Turns.RunAsync(
            Pairs, () => Answers(traffic, 1, large), desk.RunAsync, () => Answers(traffic, 2, small), desk.RunAsync);
        var told = await desk.Store.Outbox.FindAsync(new OutboxQuery { Limit = int.MaxValue }, CancellationToken.None);
        if (told.Count(mail => mail.Recipients[0].Address == "agent@helpdesk.example") is var count && count < 2 * Mails * Pairs)
        {
            throw new InvalidOperationException($"The agent was told of {count} answers alone.");
        }

        return
        [
            new Figure(row, $"{of}: processor time / with 250", "x", turns.ProcessorRatio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: time / with 250", "x", turns.Ratio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: allocated / with 250", "x", turns.AllocatedRatio, Bar: 1.3, Aim: 1.1),
            new Figure(row, $"{of}: answers a second", "1/s", turns.Subject.Per(Mails)),
        ];
    }

    /// <returns>The Message-ID to answer.</returns>
    private static async Task<string> OpenTicketAsync(Desk desk, IStoreSeed seed, Traffic traffic, long customer, int entries)
    {
        // Somebody asked, an agent took it over, and the two wrote to and fro.
        await desk.RunAsync(traffic.Answers([(customer, "<nothing@customer.example>")]));
        var row = (await desk.Store.Journal.FindAsync(new JournalQuery { Limit = 1 }, CancellationToken.None))[0];
        var change = new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = row.Ticket, Assignee = EmailAddress.Create("agent@helpdesk.example", "Agent") };
        await desk.Services.GetRequiredService<ITicketStore>().ApplyAsync(change, CancellationToken.None);
        await seed.LengthenAsync(row.Ticket!, entries);
        return row.Facts.MessageId;
    }

    private static IReadOnlyList<byte[]> Answers(Traffic traffic, long customer, string parent) => traffic.Answers(Enumerable.Repeat((customer, parent), Mails));
}
