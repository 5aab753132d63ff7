using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Tells when mail seems to go in circles: once for each address and window, however long it goes on. Safe on any thread.</summary>
/// <remarks>
/// Two things say so: an answer that a limit stops, because its recipient had as many as a person ever needs; and mail of our
/// own that comes back. What was told is remembered by the process: each process, and each start, may tell again.
/// </remarks>
internal sealed class LoopAlarm(IMailStore store, TimeProvider time, ILogger<LoopAlarm> log)
{
    // A flood from ever new addresses is told often enough by then.
    private const int MaxKeys = 1000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _told = new(StringComparer.Ordinal);

    /// <summary>Looks at a row that was just finished.</summary>
    /// <param name="id">The row.</param>
    /// <param name="mailbox">Where it came in.</param>
    /// <param name="isOwnMail">Whether it is a mail of ours that came back.</param>
    /// <param name="finish">What was committed.</param>
    /// <param name="result">What the store said of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask LookAsync(long id, string mailbox, bool isOwnMail, FinishCommit finish, CommitResult result, CancellationToken cancellationToken)
    {
        if (isOwnMail && IsNews($"own:{mailbox.ToLowerInvariant()}"))
        {
            HelpDeskEmailDiagnostics.LoopsSuspected.Add(1, new KeyValuePair<string, object?>("cause", "own mail"));
            ProcessingLog.OwnMailCameBack(log, id, mailbox);
        }

        if (result.HasThrottled == false)
        {
            return;
        }

        var throttled = finish.Outbox.Where(mail => mail.Throttle.Count > 0 && mail.Template != TemplateNames.DeliveryFailed).ToDictionary(mail => mail.MessageId, mail => AnswerThrottle.IsForHelpDesk(mail.Throttle), StringComparer.Ordinal);
        if (throttled.Count > 0)
        {
            foreach (var mail in await StoppedAsync(id, throttled.Keys, cancellationToken).ConfigureAwait(false))
            {
                HelpDeskEmailDiagnostics.AnswersDropped.Add(1);

                // Another help desk is known for one, and has its own limit so that nothing goes in circles.
                if (!throttled[mail.MessageId] && IsNews($"answer:{mail.Recipients[0].Address.ToLowerInvariant()}"))
                {
                    HelpDeskEmailDiagnostics.LoopsSuspected.Add(1, new KeyValuePair<string, object?>("cause", "answers"));
                    ProcessingLog.LoopSuspected(log, id, mail.Id);
                }
            }
        }
    }

    private async ValueTask<IEnumerable<OutboxEntry>> StoppedAsync(long id, Dictionary<string, bool>.KeyCollection messageIds, CancellationToken cancellationToken)
    {
        var mails = await store.Outbox.FindAsync(new OutboxQuery { JournalId = id }, cancellationToken).ConfigureAwait(false);
        return mails.Where(mail => mail.State == OutboxState.Throttled && messageIds.Contains(mail.MessageId));
    }

    private bool IsNews(string key)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            // As long as it goes on it is the same loop.
            var isKnown = _told.TryGetValue(key, out var last) && now - last < AnswerThrottle.LoopWindow;
            if (!isKnown && _told.Count >= MaxKeys)
            {
                foreach (var old in _told.Where(told => now - told.Value >= AnswerThrottle.LoopWindow).Select(told => told.Key).ToList())
                {
                    _told.Remove(old);
                }
            }

            if (!isKnown && _told.Count >= MaxKeys)
            {
                return false;
            }

            _told[key] = now;
            return !isKnown;
        }
    }
}
