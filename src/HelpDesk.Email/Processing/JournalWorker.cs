using HelpDesk.Email.Observing;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Claims rows of the journal in batches and works them: the second durable step.</summary>
internal sealed class JournalWorker(IMailStore store, RowProcessor processor, WarmUp warmUp, StuckWork stuck, SettingsReader settings, WorkSignals signals, TroubleBook troubles, IFlowObserver observer, TimeProvider time, ILogger<JournalWorker> log)
{
    private const string Store = "the mail store";
    private static readonly TimeSpan NotAlone = TimeSpan.FromSeconds(5);

    // Batches of which something takes long.
    private readonly List<Task> _kept = [];
    private bool _wasFull;

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        await warmUp.RunAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await WorkAsync(node, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await Task.WhenAll(_kept).ConfigureAwait(false);
        }
    }

    private async Task WorkAsync(string node, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var worked = 0;
            try
            {
                worked = await RunBatchAsync(node, cancellationToken).ConfigureAwait(false);
                troubles.End(Store);
            }
            catch (Messages.StoreUnavailableException e)
            {
                ProcessingLog.StoreAway(log, e);
                troubles.Tell(Store, isError: true, "The mail store can't be reached: no mail is taken in and none is sent. Look at its file or server, and into the log.");
            }

            if (worked == 0)
            {
                await signals.Journal.WaitAsync(settings.Current.Options.Processing.PollInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Claims one batch and works it.</summary>
    /// <returns>How many rows there were.</returns>
    public async Task<int> RunBatchAsync(string node, CancellationToken cancellationToken)
    {
        var snapshot = settings.Current;
        var processing = snapshot.Options.Processing;
        await ForgetEndedAsync().ConfigureAwait(false);
        if (!HasPlace(processing.Concurrency))
        {
            return 0;
        }

        var claims = await store.Queue.ClaimAsync(node, processing.BatchSize, processing.Lease, cancellationToken).ConfigureAwait(false);
        if (claims.Count == 0)
        {
            return 0;
        }

        observer.Reached(FlowPoint.AfterClaim);
        if (claims[0].Alone && _kept.Exists(other => !other.IsCompleted))
        {
            // It can't be alone beside what takes long, and what takes long may take the process along: an attempt that never began
            // would count. It comes again with others, and alone if the process ends once more.
            var row = new RowInWork(claims[0], snapshot);
            await processor.LetGoAsync(row, NotAlone).ConfigureAwait(false);
            row.Watch.Dispose();
            return claims.Count;
        }

        var batch = new JournalBatch(claims.Select(claim => new RowInWork(claim, snapshot)), processing.Concurrency, processor, stuck, log, cancellationToken);
        var kept = KeepAsync(batch, processing.Lease, cancellationToken);
        _kept.Add(kept);
        batch.Begin();

        // What is worked alone stays so: whatever happens meanwhile has one cause.
        await (claims[0].Alone ? batch.Ended : batch.Passed).ConfigureAwait(false);
        if (batch.Ended.IsCompleted)
        {
            await kept.ConfigureAwait(false);
            _kept.Remove(kept);
        }

        cancellationToken.ThrowIfCancellationRequested();
        signals.Outbox.Set();
        signals.Events.Set();
        return claims.Count;
    }

    private bool HasPlace(int places)
    {
        var isFull = stuck.Fills(places);
        if (isFull && !_wasFull)
        {
            ProcessingLog.NoPlaceLeft(log, stuck.Lost, stuck.Slow, places);
        }

        _wasFull = isFull;
        return !isFull;
    }

    // Until the last row of the batch ended: leases are renewed, and what takes long is found.
    private async Task KeepAsync(JournalBatch batch, TimeSpan lease, CancellationToken cancellationToken)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(batch, lease, done.Token);
        var beat = time.CreateTimer(_ => batch.Count(), null, RowWatch.Beat, RowWatch.Beat);
        await using (beat.ConfigureAwait(false))
        {
            await batch.Ended.ConfigureAwait(false);
        }

        await done.CancelAsync().ConfigureAwait(false);
        await renewal.ConfigureAwait(false);
    }

    // What took long in them may have made mail, too.
    private async Task ForgetEndedAsync()
    {
        foreach (var batch in _kept.Where(batch => batch.IsCompleted).ToList())
        {
            _kept.Remove(batch);
            await batch.ConfigureAwait(false);
            signals.Outbox.Set();
            signals.Events.Set();
        }
    }

    private async Task RenewAsync(JournalBatch batch, TimeSpan lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(lease / 3, time, cancellationToken).ConfigureAwait(false);
                if (batch.Claims is { Count: > 0 } claims)
                {
                    await store.Queue.RenewAsync(claims, lease, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                // The batch is done, or the host stops.
                return;
            }
            catch (Messages.StoreUnavailableException e)
            {
                // The leases may end; then a commit says so, and another worker goes on.
                ProcessingLog.StoreAway(log, e);
            }
        }
    }
}
