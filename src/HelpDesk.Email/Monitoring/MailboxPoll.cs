using HelpDesk.Email.Configuration;
using HelpDesk.Email.Intake;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

/// <summary>One look at one mailbox: first what is still to be acknowledged, then what is new, committed in batches.</summary>
internal sealed class MailboxPoll(IMailStore store, JournalWriter journal, IFlowObserver observer, ILogger<MailboxPoll> log)
{
    private const int BatchSize = 50;

    /// <returns>How many mails were received.</returns>
    public async Task<int> RunAsync(string name, MailboxOptions mailbox, IMailboxSource source, AfterProcessing action, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        await AcknowledgeAsync(name, source, action, cancellationToken).ConfigureAwait(false);
        var state = await store.Mailboxes.ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var cursor = state?.Cursor;

        // Looks that failed leave a state behind as well.
        if (state is null or { Cursor: null, LastSuccess: null } && mailbox.InitialImport == InitialImport.Now)
        {
            cursor = (await source.SkipAsync(cancellationToken).ConfigureAwait(false)).Value;
            await store.Mailboxes.WriteAsync(name, new MailboxState(cursor, journal.Now, 0), cancellationToken).ConfigureAwait(false);
            MonitoringLog.HistorySkipped(log, name);
        }

        var limits = new ReceiveLimits(mailbox.MaxPerCheck, settings.Options.Limits.MaxMailOctets)
        {
            Since = mailbox.InitialImport == InitialImport.Since ? mailbox.InitialImportSince : null,
            Known = new KnownMails(name, store.Journal),
        };
        var batch = new List<ReceivedMail>();
        var received = 0;
        await foreach (var mail in source.ReceiveAsync(cursor is null ? null : new MailboxCursor(cursor), limits, cancellationToken).ConfigureAwait(false))
        {
            batch.Add(mail);
            cursor = mail.Cursor?.Value ?? cursor;
            if (batch.Count == BatchSize)
            {
                received += await CommitAsync(name, batch, cancellationToken).ConfigureAwait(false);

                // A crash in a long look does not begin it anew.
                await store.Mailboxes.WriteAsync(name, new MailboxState(cursor, state?.LastSuccess, 0), cancellationToken).ConfigureAwait(false);
            }
        }

        received += await CommitAsync(name, batch, cancellationToken).ConfigureAwait(false);
        cursor = source.Reached?.Value ?? cursor;
        await store.Mailboxes.WriteAsync(name, new MailboxState(cursor, journal.Now, 0), cancellationToken).ConfigureAwait(false);
        if (received > 0)
        {
            MonitoringLog.Received(log, name, received);
            await AcknowledgeAsync(name, source, action, cancellationToken).ConfigureAwait(false);
        }

        return received;
    }

    private async Task<int> CommitAsync(string name, List<ReceivedMail> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return 0;
        }

        var entries = batch
            .Select(mail => journal.Prepare(name, mail.Receipt.Key, mail.Content, mail.ReversePath, mail.EnvelopeRecipients, needsAcknowledgement: true))
            .ToList();
        var results = await journal.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        batch.ForEach(mail => mail.Content.Dispose());
        batch.Clear();
        return results.Count(result => result.Status != AppendStatus.Known);
    }

    private async Task AcknowledgeAsync(string name, IMailboxSource source, AfterProcessing action, CancellationToken cancellationToken)
    {
        var rows = await store.Journal.FindAsync(new JournalQuery { UnacknowledgedIn = name, Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
        {
            return;
        }

        var mails = rows.Select(row => new Acknowledgement(row.Id, new MailReceipt(row.Receipt), row.Facts.MessageId, row.ContentHash)).ToList();
        observer.Reached(FlowPoint.BeforeAcknowledge);
        var done = await source.AcknowledgeAsync(mails, action, cancellationToken).ConfigureAwait(false);
        observer.Reached(FlowPoint.AfterAcknowledge);
        await store.Journal.MarkAcknowledgedAsync([.. done.Select(mail => mail.JournalId)], cancellationToken).ConfigureAwait(false);
        observer.Reached(FlowPoint.AfterAcknowledgeCommit);
    }
}
