using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Scheduling;

/// <summary>Does scheduled work in the one process of an installation that holds the lease for it.</summary>
internal sealed class ScheduleWorker(IMailStore store, ScheduleRound round, TimeProvider time, ILogger<ScheduleWorker> log)
{
    private const string LeaseName = "schedules";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(2);

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await TryRunAsync(node, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException e)
            {
                SchedulingLog.StoreAway(log, e);
            }

            await Task.Delay(LeaseTime, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryRunAsync(string node, CancellationToken cancellationToken)
    {
        if (await HeldLease.TryTakeAsync(store.Leases, LeaseName, node, LeaseTime, time, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return;
        }

        await using (lease.ConfigureAwait(false))
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
            try
            {
                while (true)
                {
                    await round.RunAsync(either.Token).ConfigureAwait(false);
                    await Task.Delay(Pause(), time, either.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                SchedulingLog.LeaseLost(log);
            }
        }
    }

    // Never longer than a tick, whatever the settings want: they may want something else by then.
    private TimeSpan Pause()
    {
        var now = time.GetUtcNow();
        var tick = Ticks.After(now);
        return (round.NextDue(now) is { } due && due < tick ? due : tick) - now;
    }
}
