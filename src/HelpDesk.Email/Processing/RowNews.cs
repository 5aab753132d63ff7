using HelpDesk.Email.Decisions;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Tells what became of a row that is done: the log, the metrics, and whoever is told of troubles and loops.</summary>
internal sealed class RowNews(TroubleBook troubles, LoopAlarm loops, ILogger<RowNews> log)
{
    public async ValueTask TellAsync(RowInWork row, FinishCommit finish, CommitResult result, CancellationToken cancellationToken)
    {
        if (finish.Outcome == JournalOutcome.Quarantined)
        {
            // By a step, or after all its attempts: only these are an error of ours.
            troubles.Tell("quarantine", row.Attempts == int.MaxValue, $"A mail of mailbox {row.Claim.Entry.Mailbox} was quarantined (journal row {row.Id}). Its octets are kept, its trace says why, and it can be replayed.");
        }

        ProcessingLog.Finished(log, row.Id, finish.Outcome, finish.Ticket, finish.Outbox.Count);
        HelpDeskEmailDiagnostics.Outcomes.Add(1, new KeyValuePair<string, object?>("outcome", finish.Outcome.ToString()));
        try
        {
            await loops.LookAsync(row.Id, row.Claim.Entry.Mailbox, row.Decided is VerdictDecision { IsLoop: true }, finish, result, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            // The row is done; the next one that is stopped tells it.
            ProcessingLog.StoreAway(log, e);
        }
    }
}
