using HelpDesk.Email.Messages;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>Whether received mail is processed.</summary>
internal sealed class JournalHealthCheck(BacklogReading backlog, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
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
