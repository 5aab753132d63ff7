using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Processing;

/// <summary>The actions of the flow, each under the watch of its row.</summary>
internal sealed class WatchedActions(RowActions actions, FlowTable table)
{
    /// <summary>Does what the state of the row asks for.</summary>
    /// <exception cref="TimeoutException">It was told to stop because its time was over, and did.</exception>
    public ValueTask<FlowSignal> ActAsync(RowInWork row, CancellationToken cancellationToken) => table.ActionIn(row.State) switch
    {
        FlowAction.Decide => WatchAsync(row, "Decide", actions.DecideAsync, cancellationToken),
        FlowAction.Apply => WatchAsync(row, "ITicketStore.ApplyAsync", actions.ApplyAsync, cancellationToken),
        _ => WatchAsync(row, "Conclude", actions.ConcludeAsync, cancellationToken),
    };

    /// <summary>Ends an operation whose decision is given up.</summary>
    /// <exception cref="TimeoutException">As above.</exception>
    public ValueTask<FlowSignal> EndOperationAsync(RowInWork row, CancellationToken cancellationToken) =>
        WatchAsync(row, "ITicketStore.ApplyAsync", actions.EndOperationAsync, cancellationToken);

    /// <summary>The end of a row for which nothing could be planned as often as it may.</summary>
    public FinishCommit ConcludeWithoutMail(RowInWork row, string reason) => actions.ConcludeWithoutMail(row, reason);

    /// <summary>What is said of an action that took too long.</summary>
    public static string Describe(RowInWork row) => $"{row.Watch.InHand.Name} did not end within {row.Watch.AtMost:c} (Processing:MaxTimePerAttempt)";

    private static async ValueTask<FlowSignal> WatchAsync(
        RowInWork row, string inHand, Func<RowInWork, CancellationToken, ValueTask<FlowSignal>> action, CancellationToken cancellationToken)
    {
        var token = row.Watch.Begin(inHand, cancellationToken);
        try
        {
            return await action(row, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (row.Watch.IsOver && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Describe(row), e);
        }
        finally
        {
            row.Watch.End();
        }
    }
}
