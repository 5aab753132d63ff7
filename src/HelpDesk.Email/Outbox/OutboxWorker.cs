using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Claims mail that is due and hands it to transports: the third durable step. Accounts don't wait for each other.</summary>
internal sealed class OutboxWorker(
    IMailStore store, AccountDelivery delivery, ClosedChannels channels, MinuteLimits limits, SettingsReader settings, WorkSignals signals, IFlowObserver observer, TimeProvider time, ILogger<OutboxWorker> log)
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outgoing accounts that nothing is sent by at the moment: until when, and why. Safe on any thread.</summary>
    public IReadOnlyList<(string Account, DateTimeOffset Until, string Reason)> Closed => channels.Now;

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                var begun = 0;
                try
                {
                    begun = await BeginAsync(node, cancellationToken).ConfigureAwait(false);
                }
                catch (StoreUnavailableException e)
                {
                    OutboxLog.StoreAway(log, e);
                }

                if (begun == 0)
                {
                    await signals.Outbox.WaitAsync(settings.Current.Options.Processing.PollInterval, time, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            await EndAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Claims one batch and delivers it.</summary>
    /// <returns>How many mails there were.</returns>
    public async Task<int> RunBatchAsync(string node, CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(node, cancellationToken).ConfigureAwait(false);
        await EndAsync().ConfigureAwait(false);
        return begun;
    }

    /// <summary>Claims one batch and begins to deliver it.</summary>
    private async Task<int> BeginAsync(string node, CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        var request = new OutboxClaimRequest(node, options.Processing.BatchSize, options.Processing.Lease)
        {
            ExceptAccounts = [.. Busy(options)],
            KeepOrderFor = options.Delivery.KeepOrderFor,
        };
        var claims = await store.Outbox.ClaimAsync(request, cancellationToken).ConfigureAwait(false);
        if (claims.Count > 0)
        {
            observer.Reached(FlowPoint.AfterOutboxClaim);
        }

        var byAccount = claims.Where(claim => !claim.InDoubt).GroupBy(claim => claim.Entry.Account, StringComparer.OrdinalIgnoreCase).ToList();
        if (byAccount.Sum(account => account.Count()) < claims.Count)
        {
            var keeper = LeaseKeeper.Keep(store.Outbox, claims, options.Processing.Lease, time, log);
            await using (keeper.ConfigureAwait(false))
            {
                await DeliverAloneAsync(claims.Where(claim => claim.InDoubt), cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var account in byAccount)
        {
            _running[account.Key] = RunAsync(account.Key, [.. account], cancellationToken);
        }

        return claims.Count;
    }

    private IEnumerable<string> Busy(HelpDeskEmailOptions options) =>
        _running.Where(each => !each.Value.IsCompleted).Select(each => each.Key)
            .Concat(channels.Of(options))
            .Concat(options.Outgoing.Where(account => limits.IsUsedUp(account.Key, account.Value.MaxMessagesPerMinute)).Select(account => account.Key));

    // A mail whose attempt ended with the process may be to blame for that: nothing else is on its way meanwhile.
    private async Task DeliverAloneAsync(IEnumerable<OutboxClaim> claims, CancellationToken cancellationToken)
    {
        await EndAsync().ConfigureAwait(false);
        foreach (var claim in claims)
        {
            await delivery.RunAsync(claim.Entry.Account, [claim], cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(string account, IReadOnlyList<OutboxClaim> claims, CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await delivery.RunAsync(account, claims, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            OutboxLog.StoreAway(log, e);
        }
        finally
        {
            signals.Outbox.Set();
        }
    }

    private Task EndAsync() => Task.WhenAll(_running.Values);
}
