using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>Whether mail goes out.</summary>
internal sealed class OutboxHealthCheck(BacklogReading backlog, OutboxWorker worker, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        try
        {
            var measured = await backlog.GetAsync(cancellationToken).ConfigureAwait(false);
            var age = measured.OldestDueMail is { } oldest ? time.GetUtcNow() - oldest : TimeSpan.Zero;
            findings.Data["open"] = measured.OpenMails;
            findings.Data["oldestDueAgeSeconds"] = Math.Max(0, age.TotalSeconds);
            if (Waiting.Judge(age) is not HealthStatus.Healthy and var status)
            {
                findings.Add(
                    status,
                    $"{measured.OpenMails} mails wait to be sent, one of them is due for {Waiting.InWords(age)}. Look into the log for errors of the outgoing accounts (event 4xx), and whether a process that works the outbox runs.");
            }
        }
        catch (StoreUnavailableException)
        {
            findings.Add(HealthStatus.Unhealthy, "The mail store can't be reached: no mail is sent. Look at its file or server, and into the log.");
        }

        foreach (var (account, until, reason) in worker.Closed)
        {
            findings.Add(
                HealthStatus.Degraded,
                $"The outgoing account '{account}' is closed until {until:u}, then it is tried again: {reason} Look at HelpDeskEmail:Outgoing:{account}.");
        }

        return findings.ToResult(context, "Mail goes out as it is due.");
    }
}
