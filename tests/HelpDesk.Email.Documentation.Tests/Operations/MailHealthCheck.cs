using HelpDesk.Email.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Documentation.Tests.Operations;

#region health-check
/// <summary>Asks the mail store whether mail is moving.</summary>
internal sealed class MailHealthCheck(IMailStore store, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var waiting = await store.Journal.FindAsync(new JournalQuery { Finished = false, Limit = 1000 }, cancellationToken);
        var leaving = await store.Outbox.FindAsync(new OutboxQuery { State = OutboxState.Ready, Limit = 1000 }, cancellationToken);
        if (waiting.Any(row => now - row.ReceivedAt > LongestWait))
        {
            return HealthCheckResult.Unhealthy($"{waiting.Count} mails wait to be processed, the oldest since {waiting.Min(row => row.ReceivedAt)}.");
        }

        if (leaving.Any(row => now - row.NotBefore > LongestWait))
        {
            return HealthCheckResult.Unhealthy($"{leaving.Count} mails wait to be sent, the oldest since {leaving.Min(row => row.CreatedAt)}.");
        }

        var quarantined = await store.Journal.FindAsync(new JournalQuery { Outcome = JournalOutcome.Quarantined, Limit = 1 }, cancellationToken);
        return quarantined.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"Journal row {quarantined[0].Id} is in quarantine; somebody has to look at it.");
    }
}
#endregion
