using HelpDesk.Email.Messages;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Scheduling;

/// <summary>Does all scheduled work that is due, one piece after the other. A piece that fails takes no other along, and is due again the next time.</summary>
internal sealed class ScheduleRound(IEnumerable<IScheduledWork> works, TroubleBook troubles, ILogger<ScheduleRound> log)
{
    private readonly IReadOnlyList<IScheduledWork> _works = [.. works];

    /// <summary>Does what is due.</summary>
    /// <returns>How much there was.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var work in _works)
        {
            var name = work.GetType().Name;
            try
            {
                done += await work.RunAsync(cancellationToken).ConfigureAwait(false);
                troubles.End(name);
            }
            catch (StoreUnavailableException e)
            {
                SchedulingLog.StoreAway(log, e);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                SchedulingLog.Failed(log, e, name);
                troubles.Tell(name, isError: true, $"Scheduled work failed ({name}: {e.GetType().Name}), and is tried again within {Ticks.Interval.TotalMinutes} minutes. See the log, event 800.");
            }
        }

        return done;
    }

    /// <summary>When there may be something to do next; <see langword="null"/> while the settings want nothing.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset now) => _works.Select(work => work.NextDue(now)).Min();
}
