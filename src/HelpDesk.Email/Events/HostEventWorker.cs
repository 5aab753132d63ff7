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
        foreach (var claim in claims)
        {
            DateTimeOffset? retryAt = null;
            try
            {
                await TellAsync(HostEventJson.Read(claim.Event), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                retryAt = time.GetUtcNow() + Pause(claim.Attempts);
                EventsLog.Failed(log, e, claim.Event.Id, claim.Event.Ticket, claim.Attempts, retryAt.Value);
            }

            await store.HostEvents.CompleteAsync(claim, retryAt, cancellationToken).ConfigureAwait(false);
        }

        return claims.Count;
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
