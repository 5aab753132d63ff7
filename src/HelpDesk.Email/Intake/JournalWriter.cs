using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Intake;

/// <summary>Writes received mail into the journal: the first durable step.</summary>
internal sealed class JournalWriter(IMailStore store, SettingsReader settings, WorkSignals signals, IFlowObserver observer, TimeProvider time, ILogger<JournalWriter> log)
{
    /// <summary>The time by the engine's clock.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Makes the row of a mail; reads its header, writes nothing.</summary>
    public NewJournalEntry Prepare(string mailbox, string receipt, MailContent content, string? reversePath, IReadOnlyList<string> recipients, bool needsAcknowledgement) =>
        new(mailbox, receipt, content, MailFactsReader.Read(content, settings.Current.MailboxOf(mailbox).DefaultCharset))
        {
            // By time: stores keep results by this id, and what is written together then stands together.
            OperationId = Guid.CreateVersion7(time.GetUtcNow()),
            ReceivedAt = time.GetUtcNow(),
            ReversePath = reversePath,
            EnvelopeRecipients = recipients,
            NeedsAcknowledgement = needsAcknowledgement,
            DuplicateWindow = settings.Current.Options.Processing.DuplicateWindow,
        };

    /// <summary>Commits rows, and wakes who works on them.</summary>
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<NewJournalEntry> entries, CancellationToken cancellationToken)
    {
        observer.Reached(FlowPoint.AfterSpool);
        var results = await store.Journal.AppendAsync(entries, cancellationToken).ConfigureAwait(false);
        observer.Reached(FlowPoint.AfterJournalCommit);
        for (var i = 0; i < results.Count; i++)
        {
            IntakeLog.Received(log, results[i].Id, entries[i].Mailbox, entries[i].Content.Length, results[i].Status);
            HelpDeskEmailDiagnostics.Received.Add(1, new KeyValuePair<string, object?>("mailbox", entries[i].Mailbox));
        }

        signals.Journal.Set();
        return results;
    }
}
