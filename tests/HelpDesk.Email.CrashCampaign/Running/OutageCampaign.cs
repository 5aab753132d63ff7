using System.Diagnostics;
using System.Globalization;
using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Outages;
using HelpDesk.Email.CrashCampaign.Stores;
using HelpDesk.Email.CrashCampaign.Workers;
using HelpDesk.Email.CrashCampaign.Worlds;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>Takes the database away while mail comes in, and gives it back; the worker lives through it.</summary>
/// <remarks><c>--outages N --for SECONDS</c>: each way N times, and what the kill campaign takes. A disk in memory is used where one may be mounted.</remarks>
internal static class OutageCampaign
{
    private const int DiskMegabytes = 64;
    private const int MailsMeanwhile = 10;

    private static readonly TimeSpan ResumesAtMost = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var plan = WorldPlan.Of(arguments);
        await using var disk = plan.Store == "sqlite" ? await SmallDisk.TryMountAsync(DiskMegabytes) : null;
        if (plan.Store == "sqlite" && disk is null)
        {
            await Console.Error.WriteLineAsync("No disk may be mounted here, so none is filled.");
        }

        await using var run = await CampaignRun.StartAsync("outages", arguments, plan with { Folder = disk?.Folder });
        run.Figures.Length = arguments.Number("for", 5);
        var only = arguments.Text("only");
        foreach (var outage in Outages(run.World.Store, disk).Where(outage => only is null || outage.Name.Contains(only, StringComparison.Ordinal)))
        {
            for (var i = 0; i < arguments.Number("outages", 1); i++)
            {
                await LiveThroughAsync(run, outage, TimeSpan.FromSeconds(arguments.Number("for", 5)), cancellationToken);
            }
        }

        return await run.EndAsync(cancellationToken);
    }

    private static IEnumerable<IOutage> Outages(IStoreUnderTest store, SmallDisk? disk) => store is PostgreSqlUnderTest postgres
        ? [new ServerKilled(postgres.Server), new ServerPaused(postgres.Server), new ConnectionsTerminated(store)]
        : disk is null ? [new FileLocked(store)] : [new FileLocked(store), new DiskFull(disk.Folder)];

    private static async Task LiveThroughAsync(CampaignRun run, IOutage outage, TimeSpan length, CancellationToken cancellationToken)
    {
        await run.PostAsync(MailsMeanwhile);
        await using (var worker = WorkerProcess.Start(run.World, new WorkerStart()))
        {
            await worker.FirstMailFinished.WaitAsync(ResumesAtMost, cancellationToken);
            var happening = outage.HappenAsync(length, cancellationToken);
            for (var i = 0; i < MailsMeanwhile; i++)
            {
                await run.PostAsync(1);
                await Task.Delay(length / (MailsMeanwhile + 2), cancellationToken);
            }

            await happening;
            await run.PostAsync(MailsMeanwhile);
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < ResumesAtMost && !worker.HasEnded && !await run.HasFinishedLastAsync(cancellationToken))
            {
                await Task.Delay(50, cancellationToken);
            }

            run.Figures.Lived(outage.Name, clock.Elapsed, worker.PeakMegabytes);
            if (worker.HasEnded || clock.Elapsed >= ResumesAtMost)
            {
                run.Fault(string.Create(CultureInfo.InvariantCulture, $"after {outage.Name} for {length} the worker {(worker.HasEnded ? "had ended" : "did not go on")}"));
            }
        }

        await run.SettleAsync(cancellationToken);
    }
}
