using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tickets.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Events;

/// <summary>Tells the host's handlers what was committed.</summary>
internal sealed class HostEventWorker(
    IMailStore store, IServiceScopeFactory scopes, SettingsReader settings, WorkSignals signals, TimeProvider time, ILogger<HostEventWorker> log)
{
    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(10);

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var worked = 0;
            try
            {
                worked = await RunBatchAsync(node, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException e)
            {
                EventsLog.StoreAway(log, e);
            }

            if (worked == 0)
            {
                await signals.Events.WaitAsync(settings.Current.Options.Processing.PollInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Claims one batch and tells it, one after the other.</summary>
    /// <returns>How many events there were.</returns>
    public async Task<int> RunBatchAsync(string node, CancellationToken cancellationToken)
    {
        var processing = settings.Current.Options.Processing;
        var claims = await store.HostEvents.ClaimAsync(node, processing.BatchSize, processing.Lease, cancellationToken).ConfigureAwait(false);

        // The end of an event is written while the next one is told, unless that is of the same ticket: also after a crash
        // the events of a ticket come in their order.
        var ends = new Dictionary<string, Task>(StringComparer.Ordinal);
        try
        {
            foreach (var claim in claims)
            {
                if (ends.Values.Any(end => end.IsFaulted))
                {
                    // The store is away: what is told now would be told again.
                    break;
                }

                if (ends.TryGetValue(claim.Event.Ticket, out var before))
                {
                    await before.ConfigureAwait(false);
                }

                var retryAt = await TellAsync(claim, cancellationToken).ConfigureAwait(false);
                ends[claim.Event.Ticket] = store.HostEvents.CompleteAsync(claim, retryAt, cancellationToken).AsTask();
            }
        }
        finally
        {
            await Task.WhenAll(ends.Values).ConfigureAwait(false);
        }

        return claims.Count;
    }

    /// <returns>When it is to be told again, because a handler failed.</returns>
    private async Task<DateTimeOffset?> TellAsync(HostEventClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            await TellAsync(HostEventJson.Read(claim.Event), cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var retryAt = time.GetUtcNow() + Pause(claim.Attempts);
            EventsLog.Failed(log, e, claim.Event.Id, claim.Event.Ticket, claim.Attempts, retryAt);
            return retryAt;
        }
    }

    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts, 12)));
        return pause < MaxPause ? pause : MaxPause;
    }

    private async Task TellAsync(TicketEvent ticketEvent, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            switch (ticketEvent)
            {
                case TicketCreated created:
                    await TellAsync(scope.ServiceProvider, created, cancellationToken).ConfigureAwait(false);
                    break;
                case TicketUpdated updated:
                    await TellAsync(scope.ServiceProvider, updated, cancellationToken).ConfigureAwait(false);
                    break;
            }
        }
    }

    private static async Task TellAsync<TEvent>(IServiceProvider services, TEvent ticketEvent, CancellationToken cancellationToken)
        where TEvent : TicketEvent
    {
        foreach (var handler in services.GetServices<ITicketEventHandler<TEvent>>())
        {
            await handler.HandleAsync(ticketEvent, cancellationToken).ConfigureAwait(false);
        }
    }
}
