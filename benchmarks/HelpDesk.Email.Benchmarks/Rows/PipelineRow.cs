using HelpDesk.Email.Benchmarks.Desks;
using HelpDesk.Email.Benchmarks.Measuring;
using HelpDesk.Email.Benchmarks.Reporting;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>Mails from the journal to their end, over stores on SQLite; against the sum of its stages, each by itself and with bare SQL.</summary>
internal sealed class PipelineRow(BenchmarkMails mails) : IBenchmarkRow
{
    private const int Mails = 400;
    private const int Batch = 50;
    private const int Pairs = 7;
    private const int WarmUps = 14;

    public string Name => "pipeline";

    public string Measures => "questions from the journal to the ticket and the answer in the outbox, on SQLite; against the sum of the stages, with bare SQL";

    public IEnumerable<Figure> Run(PairedRunner runner)
    {
        foreach (var figure in RunAsync("answers", mails.Replies).GetAwaiter().GetResult())
        {
            yield return figure;
        }

        foreach (var figure in RunAsync("mix", [.. mails.Mix]).GetAwaiter().GetResult())
        {
            yield return figure;
        }
    }

    private async Task<IReadOnlyList<Figure>> RunAsync(string of, IReadOnlyList<byte[]> bodies)
    {
        using var folder = new TemporaryFolder();
        await using var desk = await Desk.OpenAsync(mail => mail.UseSqlite($"Data Source={folder.File("helpdesk.db")}"));
        using var store = new BareStore(folder.File("bare.db"));
        var stages = new BareStages(store, desk.Services.GetRequiredService<ITemplateRenderer>());
        var traffic = new Traffic(bodies);
        for (var i = 0; i < WarmUps; i++)
        {
            // The compiler exchanges code for better code for a long time, where there is so much of it.
            await desk.RunAsync(traffic.Questions(Mails));
        }

        var turns = await Turns.RunAsync(
            Pairs,
            () => traffic.Questions(Mails),
            questions => desk.RunAsync(questions),
            questions =>
            {
                foreach (var batch in questions.Chunk(Batch))
                {
                    stages.Run(batch);
                }

                return Task.CompletedTask;
            });
        await CheckAsync(desk, of);
        return
        [
            new Figure(Name, $"{of}: processor time / stages", "x", turns.ProcessorRatio, Bar: 1.5, Aim: 1.2),
            new Figure(Name, $"{of}: time / stages", "x", turns.Ratio, Bar: 1.5, Aim: 1.2),
            new Figure(Name, $"{of}: mails a second", "1/s", turns.Subject.Per(Mails)),
            new Figure(Name, $"{of}: stages, mails a second", "1/s", turns.Yardstick.Per(Mails)),
            new Figure(Name, $"{of}: processor time a mail", "µs", turns.SubjectProcessor.Times(1e6 / Mails)),
            new Figure(Name, $"{of}: allocated a mail", "KiB", turns.Allocated.Times(1.0 / Mails / 1024)),
            new Figure(Name, $"{of}: stages, allocated a mail", "KiB", turns.YardstickAllocated.Times(1.0 / Mails / 1024)),
        ];
    }

    // Both did the same: a ticket and an answer for each mail that people wrote.
    private static async Task CheckAsync(Desk desk, string of)
    {
        var quarantined = await desk.Store.Journal.FindAsync(new JournalQuery { Outcome = JournalOutcome.Quarantined, Limit = 1 }, CancellationToken.None);
        var mails = await desk.Store.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Ready, Limit = int.MaxValue }, CancellationToken.None);
        if (quarantined.Count > 0 || mails.Count < (of == "mix" ? 0.7 : 1) * Mails * (Pairs + 1 + WarmUps))
        {
            throw new InvalidOperationException($"{quarantined.Count} quarantined, {mails.Count} answers: {(quarantined.Count > 0 ? quarantined[0].Trace : "nothing in quarantine")}");
        }
    }
}
