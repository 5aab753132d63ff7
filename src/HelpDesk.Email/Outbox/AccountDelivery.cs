using System.Collections.Concurrent;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Observing;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Delivers claimed mails of one account, over as many connections as it may have.</summary>
internal sealed class AccountDelivery(
    IMailStore store, TransportPool transports, ClosedChannels channels, MinuteLimits limits, MailDelivery delivery, RefusedRecipients refused, SettingsReader settings, IFlowObserver observer,
    TimeProvider time, ILogger<OutboxWorker> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);

    /// <summary>Delivers them. Every claim is ended when it returns, or lost.</summary>
    /// <param name="account">The account.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="cancellationToken">What was not begun goes back untouched.</param>
    /// <exception cref="StoreUnavailableException">The store is away; the claims end with their leases.</exception>
    public async Task RunAsync(string account, IReadOnlyList<OutboxClaim> claims, CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        var keeper = LeaseKeeper.Keep(store.Outbox, claims, options.Processing.Lease, time, log);
        await using (keeper.ConfigureAwait(false))
        {
            var suppressed = await WhenPossibleAsync(() => Suppression.FindAsync(store.SuppressedAddresses, claims, CancellationToken.None).AsTask(), cancellationToken).ConfigureAwait(false);
            var queue = new ConcurrentQueue<OutboxClaim>(claims.Select(claim => claim with { Entry = Suppression.Apply(claim.Entry, suppressed) }));
            var connections = options.Outgoing.TryGetValue(account, out var outgoing) ? Math.Min(outgoing.MaxConnections, claims.Count) : 1;
            await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => RunConnectionAsync(account, queue, options, cancellationToken))).ConfigureAwait(false);
        }
    }

    private async Task RunConnectionAsync(string account, ConcurrentQueue<OutboxClaim> queue, HelpDeskEmailOptions options, CancellationToken cancellationToken)
    {
        var before = Task.CompletedTask;
        var rented = await transports.RentAsync(account, options).ConfigureAwait(false);
        if (rented is null)
        {
            channels.Close(account, options.Outgoing.TryGetValue(account, out var known) ? known : null, new ChannelFailure($"HelpDeskEmail:Outgoing has no account '{account}' that a registered package can send by.", Pause));
        }

        try
        {
            while (queue.TryDequeue(out var claim))
            {
                var news = WhyWait(account, options, cancellationToken) is { } wait
                    ? new DeliveryNews(wait)
                    : await WhenPossibleAsync(() => delivery.DeliverAsync(claim, rented!, options, before, cancellationToken), cancellationToken).ConfigureAwait(false);
                await before.ConfigureAwait(false);
                before = CommitAsync(claim, news, options);
            }
        }
        finally
        {
            try
            {
                await before.ConfigureAwait(false);
            }
            finally
            {
                if (rented is not null)
                {
                    await transports.ReturnAsync(rented).ConfigureAwait(false);
                }
            }
        }
    }

    // Before a transport has a mail the store may be asked again: to give up would leave all claims to the end of their leases.
    private async Task<T> WhenPossibleAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await work().ConfigureAwait(false);
            }
            catch (StoreUnavailableException e) when (!cancellationToken.IsCancellationRequested)
            {
                OutboxLog.StoreAway(log, e);
                await Task.Delay(StoreRetry, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private HoldCommit? WhyWait(string account, HelpDeskEmailOptions options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new HoldCommit(time.GetUtcNow(), "the host stopped");
        }

        if (channels.WhyClosed(account, options) is { } reason)
        {
            return new HoldCommit(time.GetUtcNow(), reason);
        }

        var limit = options.Outgoing[account].MaxMessagesPerMinute;
        return limits.TryCount(account, limit) is { } free ? new HoldCommit(free, $"Outgoing:{account}:MaxMessagesPerMinute is {limit}") : null;
    }

    // What became of a mail is known here alone: while the store is away it is kept, or the mail would go out twice.
    private async Task CommitAsync(OutboxClaim claim, DeliveryNews news, HelpDeskEmailOptions options)
    {
        while (true)
        {
            try
            {
                // Before the commit: a process that ends between the two does it again, and nothing by that.
                await refused.NoteAsync(claim.Entry, news.Results, options, CancellationToken.None).ConfigureAwait(false);
                if (news.Commit is null || !await store.Outbox.CommitAsync(claim, news.Commit, CancellationToken.None).ConfigureAwait(false))
                {
                    OutboxLog.ClaimLost(log, claim.Entry.Id);
                }

                observer.Reached(FlowPoint.AfterDeliveryCommit);
                return;
            }
            catch (StoreUnavailableException e)
            {
                OutboxLog.StoreAway(log, e);
                await Task.Delay(StoreRetry, time, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
