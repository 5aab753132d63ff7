using HelpDesk.Email.Messages;
using HelpDesk.Email.Processing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>Whether received mail is processed.</summary>
internal sealed class JournalHealthCheck(BacklogReading backlog, StuckWork stuck, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        if (stuck.Lost is > 0 and var lost)
        {
            findings.Data[HelpDeskEmailHealthChecks.StuckSteps] = lost;
            findings.Add(HealthStatus.Unhealthy, $"{lost} steps did not end within Processing:MaxTimePerAttempt, nor when they were told to stop; each keeps a thread of this process. Restart it, and see the log, event 311, for which they are.");
        }

        try
        {
            var measured = await backlog.GetAsync(cancellationToken).ConfigureAwait(false);
            var age = measured.OldestUnfinished is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
            findings.Data["unfinished"] = measured.UnfinishedRows;
            findings.Data["oldestAgeSeconds"] = Math.Max(0, age.TotalSeconds);
            if (Waiting.Judge(age) is not HealthStatus.Healthy and var status)
            {
                findings.Add(
                    status,
                    $"{measured.UnfinishedRows} mails wait to be processed, the oldest for {Waiting.InWords(age)}. Look into the log for errors of the ticket store (event 3xx), and whether a process that works the journal runs.");
            }
        }
        catch (StoreUnavailableException)
        {
            findings.Add(HealthStatus.Unhealthy, "The mail store can't be reached: no mail is taken in. Look at its file or server, and into the log.");
        }

        return findings.ToResult(context, "Received mail is processed as it comes.");
    }
}
