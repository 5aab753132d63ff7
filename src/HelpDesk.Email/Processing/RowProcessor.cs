using System.Diagnostics;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Takes one claimed row as far as it goes: acts, commits what the table says, and so on until the claim ends.</summary>
internal sealed class RowProcessor(IMailStore store, FlowTable table, RowAttempts attempts, RowCommits commits, RowNews news, IFlowObserver observer, TimeProvider time, ILogger<RowProcessor> log)
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    public Task ProcessAsync(RowInWork row, CancellationToken cancellationToken) => ProcessAsync(row, null, cancellationToken);

    /// <summary>Goes on with a row whose action was given up, as with one whose action failed.</summary>
    public Task GoOnAsync(RowInWork row, string reason, CancellationToken cancellationToken) => ProcessAsync(row, reason, cancellationToken);

    private async Task ProcessAsync(RowInWork row, string? lost, CancellationToken cancellationToken)
    {
        using var span = HelpDeskEmailDiagnostics.Source.StartActivity("mail", ActivityKind.Consumer);
        span?.SetTag("helpdesk_email.journal_id", row.Id);
        if (row.Claim.Alone)
        {
            ProcessingLog.Alone(log, row.Id);
        }

        try
        {
            await RunAsync(row, lost, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LetGoAsync(row, TimeSpan.Zero).ConfigureAwait(false);
            throw;
        }
        catch (OutOfMemoryException e)
        {
            // Most likely another row took the memory. Left as by a process that ended: once its lease ended it is claimed
            // alone, and only then this counts.
            ProcessingLog.OutOfMemory(log, e, row.Id);
        }
        catch (Exception e)
        {
            // A row that can't even be given up takes no neighbour along: it rests, and says so each time.
            ProcessingLog.Fell(log, e, row.Id);
            await LetGoAsync(row, Rest).ConfigureAwait(false);
        }
        finally
        {
            row.Content?.Dispose();
            row.DisposeConclusion();
            row.Watch.Dispose();
        }
    }

    /// <summary>Gives a row back: it is free again after the rest, and the attempt was none.</summary>
    public async Task LetGoAsync(RowInWork row, TimeSpan rest)
    {
        try
        {
            await store.Queue.CommitAsync(row.Claim, new ReleaseCommit(time.GetUtcNow() + rest, Counted: false, row.TraceJson), CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            ProcessingLog.StoreAway(log, e);
        }
    }

    private async Task RunAsync(RowInWork row, string? lost, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (table.ActionIn(row.State) != FlowAction.Rest)
        {
            var signal = lost is null ? await attempts.ActAsync(row, cancellationToken).ConfigureAwait(false) : attempts.Lost(row, lost);
            lost = null;
            var rule = table.After(row.State, signal);
            if (rule.Step == FlowStep.EndOperation)
            {
                signal = await attempts.EndOperationAsync(row, cancellationToken).ConfigureAwait(false);
                rule = table.After(row.State, signal);
            }

            if (row.Watch.IsLost)
            {
                // It was given up meanwhile, and somebody else goes on with the row.
                return;
            }

            ProcessingLog.Step(log, row.Id, row.State, signal, rule.Step);
            if (!await CommitAsync(row, rule, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }
    }

    /// <returns>Whether the claim goes on.</returns>
    private async Task<bool> CommitAsync(RowInWork row, FlowRule rule, CancellationToken cancellationToken)
    {
        var commit = commits.Of(rule.Step, row);
        var result = await CommitWhenPossibleAsync(row, commit, cancellationToken).ConfigureAwait(false);
        if (result.Status == CommitStatus.ReservationTaken)
        {
            rule = TwinRule(row, result.Holder!);
            commit = commits.Of(rule.Step, row);
            result = await CommitWhenPossibleAsync(row, commit, cancellationToken).ConfigureAwait(false);
        }

        if (result.Status != CommitStatus.Committed)
        {
            ProcessingLog.ClaimLost(log, row.Id);
            return false;
        }

        row.State = rule.Next;
        if (commit is FinishCommit finish)
        {
            await news.TellAsync(row, finish, result, cancellationToken).ConfigureAwait(false);
        }

        return Continue(row, commit) && !(commit is GiveUpCommit && RowCommits.HasToRest(row) && await RestAsync(row, cancellationToken).ConfigureAwait(false));
    }

    private static bool Continue(RowInWork row, JournalCommit commit)
    {
        switch (commit)
        {
            case DecisionCommit decision:
                row.Decision = decision.Decision;
                return true;
            case ResultCommit result:
                row.Result = result.Result;
                row.Attempts = 1;
                return true;
            case GiveUpCommit giveUp:
                row.OperationId = giveUp.OperationId;
                row.Decision = null;
                row.Conflicts++;
                return true;
            default:
                return false;
        }
    }

    private FlowRule TwinRule(RowInWork row, JournalEntry holder)
    {
        row.Twin = holder;
        row.Delay = TimeSpan.FromMilliseconds(200);
        var finished = holder.State == JournalState.Finished;
        row.Trace("Reserve", finished ? "duplicate" : "wait", Sameness(row.Claim.Entry, holder), time.GetUtcNow());
        return table.After(JournalState.Received, finished ? FlowSignal.TwinFinished : FlowSignal.TwinUnfinished);
    }

    private static string Sameness(JournalEntry entry, JournalEntry holder) =>
        entry.Facts.MessageId == holder.Facts.MessageId || entry.ContentHash == holder.ContentHash
            ? $"the same mail is row {holder.Id}"
            : $"the same sender, subject and text as row {holder.Id}";

    private async Task<bool> RestAsync(RowInWork row, CancellationToken cancellationToken)
    {
        await CommitWhenPossibleAsync(row, commits.Rest(row), cancellationToken).ConfigureAwait(false);
        return true;
    }

    // While the store is away nothing can be written down, not even that: the claim is held until it is back, or lost.
    private async ValueTask<CommitResult> CommitWhenPossibleAsync(RowInWork row, JournalCommit commit, CancellationToken cancellationToken)
    {
        RowPoints.Before(commit, observer);
        while (true)
        {
            try
            {
                var result = await store.Queue.CommitAsync(row.Claim, commit, cancellationToken).ConfigureAwait(false);
                RowPoints.After(commit, observer);
                return result;
            }
            catch (StoreUnavailableException e)
            {
                ProcessingLog.StoreAway(log, e);
                await Task.Delay(StoreRetry, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
