using HelpDesk.Email.AutoClose;
using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Records;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Processing;

/// <summary>The three actions of the flow. Each leaves what it found in the row in work and says how it ended; none commits.</summary>
internal sealed class RowActions(
    IMailStore store,
    Appliers appliers,
    IContactDirectory contacts,
    MailDecider mailDecider,
    AgentReplyDecider replyDecider,
    HostMailDecider hostDecider,
    MonitorNoticeDecider monitorDecider,
    AutoCloseDecider autoCloseDecider,
    Conclusions conclusions,
    IFlowObserver observer,
    TimeProvider time)
{
    private static readonly TimeSpan WaitStep = TimeSpan.FromMilliseconds(200);

    public async ValueTask<FlowSignal> DecideAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var entry = row.Claim.Entry with { OperationId = row.OperationId };
        if (await HasUnfinishedParentAsync(row, cancellationToken).ConfigureAwait(false))
        {
            row.Delay = WaitStep;
            row.Trace("Wait", "wait", "the mail that this one answers is not finished", time.GetUtcNow());
            return FlowSignal.ParentUnfinished;
        }

        var content = await OpenAsync(row, cancellationToken).ConfigureAwait(false);
        var decision = entry.Origin switch
        {
            JournalOrigin.AgentReply => await replyDecider.DecideAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
            JournalOrigin.HostNotice => await hostDecider.DecideNoticeAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
            JournalOrigin.HostMail when entry.Receipt.StartsWith("mail:", StringComparison.Ordinal) => await hostDecider.DecideReadyAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
            JournalOrigin.HostMail => await hostDecider.DecideTemplateAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
            JournalOrigin.Timer => await autoCloseDecider.DecideAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
            JournalOrigin.Monitor => monitorDecider.Decide(entry, content, row.Settings),
            _ => await mailDecider.DecideAsync(entry, content, row.Settings, row.Watch.InHand, cancellationToken).ConfigureAwait(false),
        };
        row.Decided = decision;
        row.Trace(decision.Trace);
        switch (decision)
        {
            case DeferDecision defer:
                row.Delay = defer.Delay;
                return defer.IsWaiting ? FlowSignal.ParentUnfinished : FlowSignal.Deferred;
            case SendDecision send:
                row.Conclusion = await conclusions.OfSendAsync(send, row, cancellationToken).ConfigureAwait(false);
                return FlowSignal.VerdictReached;
            case VerdictDecision verdict:
                row.Conclusion = await conclusions.OfVerdictAsync(verdict, row, cancellationToken).ConfigureAwait(false);
                return FlowSignal.VerdictReached;
            default:
                return FlowSignal.ChangeDecided;
        }
    }

    public async ValueTask<FlowSignal> ApplyAsync(RowInWork row, CancellationToken cancellationToken)
    {
        // What is applied is what the journal has, also in the attempt that decided it.
        var decision = row.Stored;
        var content = await OpenAsync(row, cancellationToken).ConfigureAwait(false);
        if (decision.Cause.CreatesContact)
        {
            row.Author = await contacts.CreateAsync(decision.Cause.Author, cancellationToken).ConfigureAwait(false);
        }

        observer.Reached(FlowPoint.BeforeApply);
        var answer = await appliers.ApplyAsync(decision, row.OperationId, PartsOf(row, content), cancellationToken).ConfigureAwait(false);
        observer.Reached(FlowPoint.AfterApply);
        row.Answer = answer.Json;
        if (answer.Signal is { } signal)
        {
            return signal;
        }

        row.Trace("Apply", "conflict", "the ticket changed since it was looked up; the mail is decided anew", time.GetUtcNow());
        return await EndOperationAsync(row, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends an operation whose decision is given up: from here it has been applied, or never will be.</summary>
    public async ValueTask<FlowSignal> EndOperationAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var answer = await appliers.EndAsync(row.Stored, row.OperationId, cancellationToken).ConfigureAwait(false);
        row.Answer = answer.Json;
        return answer.Signal ?? FlowSignal.Voided;
    }

    public async ValueTask<FlowSignal> ConcludeAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var decision = row.Stored;
        row.Conclusion = decision.Record is { } record
            ? conclusions.OfRecord(record, RecordResultJson.Read(row.Result!), decision.Cause, row)
            : await conclusions.OfResultAsync(ApplyResult.FromJson(row.Result!), decision, await ChangeOfAsync(decision, row, cancellationToken).ConfigureAwait(false), row, cancellationToken).ConfigureAwait(false);
        return FlowSignal.Concluded;
    }

    /// <summary>The end of a row for which nothing could be planned as often as it may: its mails are failed rows.</summary>
    public FinishCommit ConcludeWithoutMail(RowInWork row, string reason)
    {
        var decision = row.Stored;
        return decision.Record is { } record
            ? conclusions.OfRecord(record, RecordResultJson.Read(row.Result!), decision.Cause, row)
            : conclusions.WithoutMail(ApplyResult.FromJson(row.Result!), decision, row, reason);
    }

    private async ValueTask<TicketChange> ChangeOfAsync(StoredDecision decision, RowInWork row, CancellationToken cancellationToken)
    {
        var content = await OpenAsync(row, cancellationToken).ConfigureAwait(false);
        return DecisionJson.ChangeOf(decision, row.OperationId, PartsOf(row, content));
    }

    private static Func<int, Stream> PartsOf(RowInWork row, MailContent content)
    {
        var document = new Lazy<Mime.MailDocument>(() => Documents.Open(content));
        return index => document.Value.PartAt(index)?.OpenContent() ?? throw new InvalidDataException($"The mail of row {row.Id} has no part {index}.");
    }

    private async ValueTask<MailContent> OpenAsync(RowInWork row, CancellationToken cancellationToken) =>
        row.Content ??= await store.Journal.OpenContentAsync(row.Id, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The octets of row {row.Id} are gone from the store.");

    private async ValueTask<bool> HasUnfinishedParentAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var entry = row.Claim.Entry;
        if (entry.Facts.InReplyTo.Count == 0
            || entry.WaitingSince is { } since && time.GetUtcNow() - since >= row.Settings.Options.Processing.MaxWaitForParent)
        {
            return false;
        }

        var query = new JournalQuery { MessageIds = entry.Facts.InReplyTo, Finished = false, Limit = 10 };
        var unfinished = await store.Journal.FindAsync(query, cancellationToken).ConfigureAwait(false);
        return unfinished.Any(other => other.Id != entry.Id);
    }
}
