using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Processing;

/// <summary>The three actions of the flow. Each leaves what it found in the row in work and says how it ended; none commits.</summary>
internal sealed class RowActions(
    IMailStore store,
    ITicketStore tickets,
    IContactDirectory contacts,
    MailDecider mailDecider,
    AgentReplyDecider replyDecider,
    MonitorNoticeDecider monitorDecider,
    Conclusions conclusions,
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
            JournalOrigin.AgentReply => await replyDecider.DecideAsync(entry, content, cancellationToken).ConfigureAwait(false),
            JournalOrigin.Monitor => monitorDecider.Decide(entry, content, row.Settings),
            _ => await mailDecider.DecideAsync(entry, content, row.Settings, cancellationToken).ConfigureAwait(false),
        };
        row.Decided = decision;
        row.Trace(decision.Trace);
        switch (decision)
        {
            case DeferDecision defer:
                row.Delay = defer.Delay;
                return defer.IsWaiting ? FlowSignal.ParentUnfinished : FlowSignal.Deferred;
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
        var (change, cause) = await ReadDecisionAsync(row, cancellationToken).ConfigureAwait(false);
        if (cause.CreatesContact)
        {
            await contacts.CreateAsync(cause.Author, cancellationToken).ConfigureAwait(false);
        }

        row.Applied = await tickets.ApplyAsync(change, cancellationToken).ConfigureAwait(false);
        if (row.Applied.Status != ApplyStatus.Conflict)
        {
            return row.Applied.Status == ApplyStatus.Applied ? FlowSignal.Applied : FlowSignal.Voided;
        }

        row.Trace("Apply", "conflict", "the ticket changed since it was looked up; the mail is decided anew", time.GetUtcNow());
        return await EndOperationAsync(row, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends an operation whose decision is given up: from here it has been applied, or never will be.</summary>
    public async ValueTask<FlowSignal> EndOperationAsync(RowInWork row, CancellationToken cancellationToken)
    {
        row.Applied = await tickets.ApplyAsync(TicketChange.Nothing(row.OperationId), cancellationToken).ConfigureAwait(false);
        return row.Applied.Status == ApplyStatus.Applied ? FlowSignal.Applied : FlowSignal.Voided;
    }

    public async ValueTask<FlowSignal> ConcludeAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var (_, cause) = await ReadDecisionAsync(row, cancellationToken).ConfigureAwait(false);
        row.Conclusion = await conclusions.OfResultAsync(ApplyResult.FromJson(row.Result!), cause, row, cancellationToken).ConfigureAwait(false);
        return FlowSignal.Concluded;
    }

    /// <summary>The end of a row for which nothing could be planned as often as it may: its mails are failed rows.</summary>
    public async ValueTask<FinishCommit> ConcludeWithoutMailAsync(RowInWork row, string reason, CancellationToken cancellationToken)
    {
        var (_, cause) = await ReadDecisionAsync(row, cancellationToken).ConfigureAwait(false);
        return conclusions.WithoutMail(ApplyResult.FromJson(row.Result!), cause, row, reason);
    }

    private async ValueTask<(TicketChange Change, Cause Cause)> ReadDecisionAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var content = await OpenAsync(row, cancellationToken).ConfigureAwait(false);
        var document = new Lazy<Mime.MailDocument>(() => Documents.Open(content));
        return DecisionJson.Read(row.Decision!, row.OperationId, index =>
            document.Value.PartAt(index)?.OpenContent() ?? throw new InvalidDataException($"The mail of row {row.Id} has no part {index}."));
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
