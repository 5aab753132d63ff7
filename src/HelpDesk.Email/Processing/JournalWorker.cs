using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

/// <summary>Claims rows of the journal in batches and works them: the second durable step.</summary>
internal sealed class JournalWorker(IMailStore store, RowProcessor processor, WarmUp warmUp, SettingsReader settings, WorkSignals signals, TroubleBook troubles, TimeProvider time, ILogger<JournalWorker> log)
{
    private const string Store = "the mail store";

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        await warmUp.RunAsync(cancellationToken).ConfigureAwait(false);
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
        var claims = await store.Queue.ClaimAsync(node, processing.BatchSize, processing.Lease, cancellationToken).ConfigureAwait(false);
        if (claims.Count == 0)
        {
            return 0;
        }

        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewal = RenewAsync(claims, processing.Lease, done.Token);
        try
        {
            // Every claim is given to the processor, also while the host stops: it lets go of those it can't begin.
            var options = new ParallelOptions { MaxDegreeOfParallelism = processing.Concurrency, CancellationToken = CancellationToken.None };
            await Parallel.ForEachAsync(claims, options, (claim, _) => ProcessAsync(claim, snapshot, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }
        finally
        {
            await done.CancelAsync().ConfigureAwait(false);
            await renewal.ConfigureAwait(false);
        }

        signals.Outbox.Set();
        signals.Events.Set();
        return claims.Count;
    }

    private async ValueTask ProcessAsync(JournalClaim claim, SettingsSnapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            await processor.ProcessAsync(new RowInWork(claim, snapshot), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to the caller once all claims are let go.
        }
    }

    private async Task RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease / 3, time, cancellationToken).ConfigureAwait(false);
                await store.Queue.RenewAsync(claims, lease, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The batch is done, or the host stops.
            }
            catch (Messages.StoreUnavailableException e)
            {
                // The leases may end; then a commit says so, and another worker goes on.
                ProcessingLog.StoreAway(log, e);
            }
        }
    }
}
