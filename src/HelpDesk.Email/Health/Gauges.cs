using System.Diagnostics.Metrics;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;

namespace HelpDesk.Email.Health;

/// <summary>What can be read off at any moment: how much work waits, how old it is, and since when each mailbox was not read.</summary>
/// <remarks>An observation asks no store: a loop measures beside it.</remarks>
internal sealed class Gauges : IDisposable
{
    private readonly Meter _meter = new(HelpDeskEmailDiagnostics.Name);
    private readonly BacklogReading _backlog;
    private readonly IMailboxMonitor _monitor;
    private readonly TimeProvider _time;

    public Gauges(BacklogReading backlog, IMailboxMonitor monitor, TimeProvider time)
    {
        (_backlog, _monitor, _time) = (backlog, monitor, time);
        _meter.CreateObservableGauge("helpdesk_email.journal.depth", () => Of(backlog.Last?.UnfinishedRows), "{mail}", "Rows of the journal that are not finished.");
        _meter.CreateObservableGauge("helpdesk_email.journal.oldest_age", () => Age(backlog.Last?.OldestUnfinished, backlog.Last is not null), "s", "Age of the oldest row that is not finished; 0 without one.");
        _meter.CreateObservableGauge("helpdesk_email.outbox.depth", () => Of(backlog.Last?.OpenMails), "{mail}", "Mails of the outbox that are neither sent nor given up.");
        _meter.CreateObservableGauge("helpdesk_email.outbox.oldest_due_age", () => Age(backlog.Last?.OldestDueMail, backlog.Last is not null), "s", "For how long the mail of the outbox that is due longest is due; 0 without one.");
        _meter.CreateObservableGauge("helpdesk_email.mailbox.since_success", SinceSuccess, "s", "Time since this process last read a mailbox without an error, by mailbox.");
    }

    /// <summary>What they are published by: one for each host in a process.</summary>
    public Meter Meter => _meter;

    /// <summary>Measures until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await _backlog.GetAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                // The workers log that. An old number that looks like a new one would be worse than none.
                _backlog.Forget();
            }

            await Task.Delay(BacklogReading.Freshness, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Of(long? value) => value is { } given ? [new Measurement<long>(given)] : [];

    private IEnumerable<Measurement<double>> Age(DateTimeOffset? since, bool isMeasured) =>
        isMeasured ? [new Measurement<double>(since is { } known ? Math.Max(0, (_time.GetUtcNow() - known).TotalSeconds) : 0)] : [];

    private IEnumerable<Measurement<double>> SinceSuccess() =>
    [
        .. _monitor.Mailboxes
            .Where(mailbox => mailbox.LastSuccess is not null && mailbox.Activity is not (MailboxActivity.HeldElsewhere or MailboxActivity.Stopped))
            .Select(mailbox => new Measurement<double>(
                Math.Max(0, (_time.GetUtcNow() - mailbox.LastSuccess!.Value).TotalSeconds), new KeyValuePair<string, object?>("mailbox", mailbox.Name))),
    ];
}
