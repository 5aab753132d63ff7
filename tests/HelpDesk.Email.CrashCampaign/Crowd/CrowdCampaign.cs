using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.CrashCampaign.Accounting;
using HelpDesk.Email.CrashCampaign.CommandLine;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>Several workers read many mailboxes into one PostgreSQL, while they are killed, stopped and woken.</summary>
/// <remarks>
/// <c>--workers 4 --mailboxes 20 --mails 20000 --seed 1 --disturb 100000 --figures FILE</c>. With <c>--disturb 0</c> nobody
/// is disturbed, and the throughput is measured; <c>--workers 1,2,4 --rounds 3</c> takes turns.
/// </remarks>
internal static class CrowdCampaign
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var numbers = arguments.Text("workers", "4").Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var isClean = true;
        for (var round = 0; round < arguments.Number("rounds", 1); round++)
        {
            foreach (var workers in numbers)
            {
                isClean &= await RunOnceAsync(arguments, workers, cancellationToken);
            }
        }

        return isClean ? 0 : 1;
    }

    private static async Task<bool> RunOnceAsync(Arguments arguments, int count, CancellationToken cancellationToken)
    {
        var seed = arguments.Number("seed", 1);
        var mailboxes = arguments.Number("mailboxes", 20);
        var mails = CrowdMail.Make(arguments.Number("mails", 20_000), mailboxes, seed);
        var figures = new CrowdFigures
        {
            Workers = count,
            Mailboxes = mailboxes,
            Mails = mails.Count,
            Deliveries = mails.Sum(mail => mail.Deliveries),
            Seed = seed,
            Date = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
        await using var world = await CrowdWorld.StartAsync(mails, mailboxes);
        var workers = Enumerable.Range(1, count).Select(i => world.Worker($"w{i}")).ToList();
        workers.ForEach(worker => worker.Start());
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var chaos = new CrowdChaos(workers, seed, arguments.Number("disturb", 0));
        var disturbing = chaos.RunAsync(done.Token);
        await RestAsync(world, figures.Deliveries, TimeSpan.FromMinutes(arguments.Number("minutes", 30)), cancellationToken);
        await done.CancelAsync();
        await disturbing;
        foreach (var worker in workers)
        {
            await worker.StopAsync();
            await worker.DisposeAsync();
        }

        (figures.Kills, figures.Pauses, figures.LongPauses) = (chaos.Kills, chaos.Pauses, chaos.LongPauses);
        foreach (var line in (await CrowdAudit.EnterAsync(figures, mails, world, cancellationToken)).Take(50))
        {
            world.IsKept = true;
            await Console.Error.WriteLineAsync($"{line} (the files are in {world.Folder})");
        }

        var json = figures.ToJson();
        await Console.Out.WriteLineAsync(json);
        if (arguments.Text("figures") is { } file)
        {
            await File.AppendAllTextAsync(file, json + "\n", cancellationToken);
        }

        return figures.IsClean;
    }

    private static async Task RestAsync(CrowdWorld world, int deliveries, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        while (clock.Elapsed < atMost)
        {
            var open = await OpenWork.CountAsync(world.Store, cancellationToken);
            if (open is { IsNone: true } && open.Received >= deliveries)
            {
                return;
            }

            if (clock.Elapsed - told > TimeSpan.FromSeconds(15))
            {
                told = clock.Elapsed;
                await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:hh\\:mm\\:ss} {open}"));
            }

            await Task.Delay(Look, cancellationToken);
        }

        await Console.Error.WriteLineAsync($"no rest within {atMost}");
    }
}
