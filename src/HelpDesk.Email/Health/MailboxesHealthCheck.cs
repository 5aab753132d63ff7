using System.Collections.Concurrent;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>Whether the mailboxes are read, and the settings are the newest.</summary>
internal sealed class MailboxesHealthCheck(IMailboxMonitor monitor, LiveSettings live, SettingsReader settings, TimeProvider time) : IHealthCheck
{
    private const int MaxIntervals = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // Since when each mailbox is known that was never read.
    private readonly ConcurrentDictionary<string, DateTimeOffset> _firstSeen = new(StringComparer.OrdinalIgnoreCase);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var findings = new Findings();
        if (live.Refused is { } refused)
        {
            findings.Add(HealthStatus.Degraded, $"The changed settings are refused and the last good ones stay in effect: {refused}");
        }

        var mailboxes = monitor.Mailboxes;
        foreach (var mailbox in mailboxes)
        {
            findings.Data[mailbox.Name] = mailbox.Activity.ToString();
            Judge(mailbox, findings);
        }

        return Task.FromResult(findings.ToResult(context, mailboxes.Count == 0 ? "No mailbox is polled." : "All mailboxes are read."));
    }

    private void Judge(MailboxStatus mailbox, Findings findings)
    {
        switch (mailbox.Activity)
        {
            case MailboxActivity.HeldElsewhere:
                // The process that reads it tells how it is.
                break;

            case MailboxActivity.Stopped:
                findings.Add(HealthStatus.Degraded, $"Mailbox '{mailbox.Name}' was stopped by hand; start it by IMailboxMonitor.Start, or restart the process.");
                break;

            case MailboxActivity.Suspended:
                findings.Add(
                    HealthStatus.Unhealthy,
                    $"Mailbox '{mailbox.Name}' is suspended after {mailbox.Failures} errors in a row{Next(mailbox)}: {mailbox.Error} Look at HelpDeskEmail:Mailboxes:{mailbox.Name}; IMailboxMonitor.LookNow tries it at once.");
                break;

            case MailboxActivity.Failing:
                findings.Add(
                    HealthStatus.Degraded,
                    $"Mailbox '{mailbox.Name}' could not be read {mailbox.Failures} times in a row{Next(mailbox)}: {mailbox.Error} Look at HelpDeskEmail:Mailboxes:{mailbox.Name}.");
                JudgeSilence(mailbox, findings);
                break;

            default:
                JudgeSilence(mailbox, findings);
                break;
        }
    }

    private void JudgeSilence(MailboxStatus mailbox, Findings findings)
    {
        var now = time.GetUtcNow();
        var interval = settings.Current.MailboxOf(mailbox.Name).CheckInterval;
        var allowed = interval * MaxIntervals > Patience ? interval * MaxIntervals : Patience;
        var silence = now - (mailbox.LastSuccess ?? _firstSeen.GetOrAdd(mailbox.Name, now));
        if (silence > allowed)
        {
            findings.Add(
                HealthStatus.Unhealthy,
                $"Mailbox '{mailbox.Name}' was not read for {Waiting.InWords(silence)}, though it is to be read every {interval}. Look into the log (event 6xx) for what keeps it; IMailboxMonitor.CheckAsync tries the connection.");
        }
    }

    private static string Next(MailboxStatus mailbox) => mailbox.NextLook is { } next ? $", and is tried again at {next:u}" : string.Empty;
}
