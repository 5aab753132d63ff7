using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Deaths;
using HelpDesk.Email.CrashCampaign.Workers;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>Kills one worker after the other while mail comes in, and looks into the books after each set of mails.</summary>
/// <remarks><c>--kills N --seed S --store sqlite|postgres --source imap|pop3|smtp --after flag|move|delete --set KILLS --figures FILE</c></remarks>
internal static class KillCampaign
{
    private static readonly TimeSpan StartAtMost = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan WorkAtMost = TimeSpan.FromMilliseconds(1000);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var kills = arguments.Number("kills", 20);
        var set = arguments.Number("set", 25);
        await using var run = await CampaignRun.StartAsync("kill", arguments);
        var deaths = new DeathChooser(run.Chance, run.World.Plan.Source, run.World.Plan.Store);
        while (run.Figures.Kills < kills)
        {
            for (var i = 0; i < set && run.Figures.Kills < kills; i++)
            {
                await LiveAsync(run, deaths.Next(), cancellationToken);
            }

            await run.SettleAsync(cancellationToken);
        }

        return await run.EndAsync(cancellationToken);
    }

    private static async Task LiveAsync(CampaignRun run, Death death, CancellationToken cancellationToken)
    {
        await run.PostAsync(run.Chance.Next(1, 4));
        var more = run.Chance.Next(1, 4);
        await using var worker = WorkerProcess.Start(run.World, death.Start);
        var ended = worker.EndsAsync(StartAtMost);
        await Task.WhenAny(ended, death.From switch
        {
            DeathClock.Start => Task.CompletedTask,
            DeathClock.Ready => worker.Ready,
            _ => worker.FirstMailFinished,
        });
        await run.PostAsync(more);
        var isAlive = !await worker.EndsAsync(death.At ?? WorkAtMost);
        await worker.KillAsync();
        run.Ended(worker, isAlive && death.At is null ? "late" : death.Kind);
        run.Figures.FirstMail(death.Start.Injection is null ? worker.FirstMail : null, worker.FirstMailCpu);
    }
}
