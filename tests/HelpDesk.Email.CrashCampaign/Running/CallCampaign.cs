using HelpDesk.Email.CrashCampaign.CommandLine;
using HelpDesk.Email.CrashCampaign.Workers;

namespace HelpDesk.Email.CrashCampaign.Running;

/// <summary>On a run of 20 mails, one call of the worker kills it or fails: the first, then the second, and so on.</summary>
/// <remarks>
/// <c>--calls pwrite64 --effect signal=KILL|error=EIO|error=ENOSPC --from 1 --to 500 --mails 20</c>, and what the kill campaign takes.
/// Beyond <c>--sampled</c> only every 25th call is tried. It ends when a run has no such call any more.
/// </remarks>
internal static class CallCampaign
{
    private const int Stride = 25;
    private const int UnreachedAtMost = 5;

    // A worker that is killed leaves something to the next, and after so many the books are looked at.
    private const int KillsBetweenAudits = 8;

    private static readonly TimeSpan RestAtMost = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var calls = arguments.Required("calls");
        var effect = arguments.Text("effect", "signal=KILL");
        var sampled = arguments.Number("sampled", 500);
        await using var run = await CampaignRun.StartAsync("calls", arguments);
        run.Figures.Calls = $"{calls} {effect}";
        var unreached = 0;
        for (var number = arguments.Number("from", 1); number <= arguments.Number("to", 2000) && unreached < UnreachedAtMost; number += number < sampled ? arguments.Number("step", 1) : Stride)
        {
            unreached = await TryAsync(run, new Injection(calls, effect, number) { Trace = Path.Combine(run.World.Folder, "calls") }, arguments.Number("mails", 20), cancellationToken) ? 0 : unreached + 1;
        }

        await run.SettleAsync(cancellationToken);
        return await run.EndAsync(cancellationToken);
    }

    /// <returns>Whether the run had such a call.</returns>
    private static async Task<bool> TryAsync(CampaignRun run, Injection injection, int mails, CancellationToken cancellationToken)
    {
        File.Delete(injection.Trace!);
        await run.PostAsync(mails);
        var isKill = injection.Effect.StartsWith("signal", StringComparison.Ordinal);
        bool isAtRest;
        await using (var worker = WorkerProcess.Start(run.World, new WorkerStart { Injection = injection, Shift = run.SkipShortRest() }))
        {
            isAtRest = await run.ComesToRestAsync(worker, isKill ? RestAtMost : RestAfterFailure, cancellationToken);
            var died = worker.HasEnded;
            await worker.KillAsync();
            if (died && isKill)
            {
                run.Figures.Reached = injection.When;
                run.Ended(worker, injection.Call);
                if (run.Figures.Kills % KillsBetweenAudits != 0)
                {
                    return true;
                }
            }
            else if (injection.HasHappened)
            {
                run.Figures.Reached = injection.When;
                run.Figures.Failures++;
            }
            else if (!isAtRest)
            {
                // A run that is not at its end proves nothing of how many calls it has.
                run.Figures.Killed("late");
            }
            else
            {
                await run.AuditAsync(cancellationToken);
                return false;
            }
        }

        await (isAtRest ? run.AuditAsync(cancellationToken) : run.SettleAsync(cancellationToken));
        return true;
    }
}
