using System.Diagnostics;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Takes one claimed row as far as it goes: acts, commits what the table says, and so on until the claim ends.</summary>
internal sealed class RowProcessor(IMailStore store, FlowTable table, RowActions actions, RowCommits commits, TroubleBook troubles, RowNews news, IFlowObserver observer, TimeProvider time, ILogger<RowProcessor> log)
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    public async Task ProcessAsync(RowInWork row, CancellationToken cancellationToken)
    {
        using var span = HelpDeskEmailDiagnostics.Source.StartActivity("mail", ActivityKind.Consumer);
        span?.SetTag("helpdesk_email.journal_id", row.Id);
        if (row.Claim.Alone)
        {
            ProcessingLog.Alone(log, row.Id);
        }

        try
        {
            await RunAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await LetGoAsync(row, TimeSpan.Zero).ConfigureAwait(false);
            throw;
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
        }
    }

    // The row is free again, at once where the host stops, and the attempt was none.
    private async Task LetGoAsync(RowInWork row, TimeSpan rest)
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

    private async Task RunAsync(RowInWork row, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        while (table.ActionIn(row.State) != FlowAction.Rest)
        {
            var signal = await ActAsync(row, cancellationToken).ConfigureAwait(false);
            var rule = table.After(row.State, signal);
            if (rule.Step == FlowStep.EndOperation)
            {
                signal = await EndOperationAsync(row, cancellationToken).ConfigureAwait(false);
                rule = table.After(row.State, signal);
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
            await news.TellAsync(row, finish, cancellationToken).ConfigureAwait(false);
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

    private async ValueTask<FlowSignal> ActAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var max = row.Settings.Options.Processing.MaxAttempts;
        if (row.Attempts > max)
        {
            return ForGood(row, row.LastFailure ?? $"{max} attempts ended with their process");
        }

        try
        {
            return table.ActionIn(row.State) switch
            {
                FlowAction.Decide => await actions.DecideAsync(row, cancellationToken).ConfigureAwait(false),
                FlowAction.Apply => await actions.ApplyAsync(row, cancellationToken).ConfigureAwait(false),
                _ => await actions.ConcludeAsync(row, cancellationToken).ConfigureAwait(false),
            };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (HelpDeskEmailException e) when (e.IsTransient)
        {
            return Away(row, e);
        }
        catch (Exception e)
        {
            row.Trace(table.ActionIn(row.State).ToString(), "failed", $"{e.GetType().Name}: {e.Message}", time.GetUtcNow());
            ProcessingLog.Failed(log, e, row.Id, row.Attempts, row.State);
            row.Delay = row.Attempts <= 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30);
            return row.Attempts >= max
                ? ForGood(row, $"{e.GetType().Name}: {e.Message}")
                : FlowSignal.Failed;
        }
    }

    private FlowSignal ForGood(RowInWork row, string reason)
    {
        if (row.State == JournalState.Applied)
        {
            row.Conclusion = actions.ConcludeWithoutMail(row, reason);
        }
        else if (row.State == JournalState.Received)
        {
            row.Trace("Quarantine", "quarantined", reason, time.GetUtcNow());
            ProcessingLog.Quarantined(log, row.Id, row.Settings.Options.Processing.MaxAttempts, reason);
        }

        // After the operation was ended the row is Received again, and this is what it meets there.
        row.LastFailure = reason;
        row.Attempts = int.MaxValue;
        return FlowSignal.FailedForGood;
    }

    private async ValueTask<FlowSignal> EndOperationAsync(RowInWork row, CancellationToken cancellationToken)
    {
        try
        {
            return await actions.EndOperationAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Without the ticket store's word the decision can't be given up, whatever is wrong with it.
            return Away(row, e);
        }
    }

    private FlowSignal Away(RowInWork row, Exception exception)
    {
        row.Delay = TimeSpan.FromSeconds(5);
        row.Trace(table.ActionIn(row.State).ToString(), "postponed", exception.Message, time.GetUtcNow());
        ProcessingLog.Unavailable(log, exception, row.Id);
        troubles.Tell("processing", isError: false, $"A store or a network is away; mail waits (journal row {row.Id}, {exception.GetType().Name}). See the log, event 303.");
        return FlowSignal.Unavailable;
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
