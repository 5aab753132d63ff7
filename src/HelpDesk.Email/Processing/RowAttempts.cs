using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Acts on a row and says how it ended: what counts as a failed attempt, what counts nothing, and what fails for good.</summary>
internal sealed class RowAttempts(FlowTable table, WatchedActions actions, TroubleBook troubles, TimeProvider time, ILogger<RowProcessor> log)
{
    private static readonly TimeSpan StoreRest = TimeSpan.FromSeconds(5);

    /// <summary>Does what the state of the row asks for.</summary>
    public async ValueTask<FlowSignal> ActAsync(RowInWork row, CancellationToken cancellationToken)
    {
        var max = row.Settings.Options.Processing.MaxAttempts;
        if (row.Attempts > max)
        {
            return ForGood(row, row.LastFailure ?? $"{max} attempts ended with their process, or took its memory");
        }

        try
        {
            return await actions.ActAsync(row, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (row.Watch.IsLost)
        {
            // This was said already, and somebody else goes on with the row.
            return FlowSignal.Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (HelpDeskEmailException e) when (e.IsTransient)
        {
            return Away(row, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Failed(row, e);
        }
    }

    /// <summary>Ends an operation whose decision is given up.</summary>
    public async ValueTask<FlowSignal> EndOperationAsync(RowInWork row, CancellationToken cancellationToken)
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

    /// <summary>How an action ended that was given up.</summary>
    public FlowSignal Lost(RowInWork row, string reason)
    {
        var exception = new TimeoutException(reason);

        // One that had failed for good was only to be ended by the ticket store.
        return row.Attempts == int.MaxValue ? Away(row, exception) : Failed(row, exception);
    }

    private FlowSignal Failed(RowInWork row, Exception exception)
    {
        var reason = $"{exception.GetType().Name}: {exception.Message}";
        row.Trace(table.ActionIn(row.State).ToString(), "failed", reason, time.GetUtcNow());
        ProcessingLog.Failed(log, exception, row.Id, row.Attempts, row.State);
        row.Delay = row.Attempts <= 1 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(30);
        return row.Attempts >= row.Settings.Options.Processing.MaxAttempts ? ForGood(row, reason) : FlowSignal.Failed;
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

    private FlowSignal Away(RowInWork row, Exception exception)
    {
        row.Delay = StoreRest;
        row.Trace(table.ActionIn(row.State).ToString(), "postponed", exception.Message, time.GetUtcNow());
        ProcessingLog.Unavailable(log, exception, row.Id);
        troubles.Tell("processing", isError: false, $"A store or a network is away; mail waits (journal row {row.Id}, {exception.GetType().Name}). See the log, event 303.");
        return FlowSignal.Unavailable;
    }
}
