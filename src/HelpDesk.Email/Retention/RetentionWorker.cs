using System.Diagnostics.Metrics;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Retention;

/// <summary>Lets go, about once an hour, what was kept long enough; of the processes that share a store, one does it.</summary>
internal sealed class RetentionWorker(IMailStore store, SettingsReader settings, TimeProvider time, ILogger<RetentionWorker> log)
{
    // Longer than the longest pause: whoever has done it once goes on doing it as long as it lives.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(90);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(5);

    // What one call of the store lets go at most.
    private const int Batch = 1000;

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        // Only to spread the work of many processes over time.
        var chance = new Random(HashCode.Combine(node, "retention"));
        Lease? lease = null;
        try
        {
            // Not at once: a start has better things to do, and one that crashes and starts again must not do it each time.
            for (var pause = FirstPause; ; pause = Interval)
            {
                pause *= 0.8 + (0.4 * chance.NextDouble());
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
                lease = await TryRunOnceAsync(node, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await ReleaseAsync(lease).ConfigureAwait(false);
        }
    }

    /// <summary>Lets go what is over, unless another process sees to that.</summary>
    /// <returns>The lease under which it was done, still held; <see langword="null"/> when another process has it.</returns>
    public async Task<Lease?> RunOnceAsync(string node, CancellationToken cancellationToken)
    {
        if (await store.Leases.TryAcquireAsync("retention", node, LeaseTime, cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return null;
        }

        var options = settings.Current.Options.Retention;
        return await PurgeAsync(lease, options, cancellationToken).ConfigureAwait(false)
            && await PurgeSentMailAsync(lease, options.SentMailAge, cancellationToken).ConfigureAwait(false)
            && await DeleteFailedMailAsync(lease, options.FailedMailAge, cancellationToken).ConfigureAwait(false) ? lease : null;
    }

    private async Task<Lease?> TryRunOnceAsync(string node, CancellationToken cancellationToken)
    {
        try
        {
            return await RunOnceAsync(node, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException e)
        {
            RetentionLog.StoreAway(log, e, time.GetUtcNow() + Interval);
            return null;
        }
    }

    private async Task<bool> PurgeAsync(Lease lease, RetentionOptions options, CancellationToken cancellationToken)
    {
        var limits = new ContentLimits
        {
            ReceivedBefore = options.ContentAge > TimeSpan.Zero ? time.GetUtcNow() - options.ContentAge : null,
            Count = options.ContentCount > 0 ? options.ContentCount : null,
            Octets = options.ContentMegabytes > 0 ? (long)options.ContentMegabytes << 20 : null,
        };
        if (limits == new ContentLimits())
        {
            return true;
        }

        var (count, octets) = (0, 0L);
        var isHeld = true;
        while (isHeld && await store.Retention.PurgeContentAsync(limits, Batch, cancellationToken).ConfigureAwait(false) is { Count: > 0 } purged)
        {
            (count, octets) = (count + purged.Count, octets + purged.Octets);
            HelpDeskEmailDiagnostics.Purged.Add(purged.Count);
            HelpDeskEmailDiagnostics.PurgedOctets.Add(purged.Octets);
            isHeld = await store.Leases.RenewAsync(lease, LeaseTime, cancellationToken).ConfigureAwait(false);
        }

        if (count > 0)
        {
            RetentionLog.Purged(log, count, octets);
        }

        return isHeld;
    }

    private async Task<bool> PurgeSentMailAsync(Lease lease, TimeSpan age, CancellationToken cancellationToken)
    {
        var (count, isHeld) = await LetGoAsync(store.Retention.PurgeSentMailAsync, HelpDeskEmailDiagnostics.SentMailsPurged, lease, age, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            RetentionLog.SentMailPurged(log, count);
        }

        return isHeld;
    }

    private async Task<bool> DeleteFailedMailAsync(Lease lease, TimeSpan age, CancellationToken cancellationToken)
    {
        var (count, isHeld) = await LetGoAsync(store.Retention.DeleteFailedMailAsync, HelpDeskEmailDiagnostics.FailedMailsDeleted, lease, age, cancellationToken).ConfigureAwait(false);
        if (count > 0)
        {
            RetentionLog.FailedMailDeleted(log, count);
        }

        return isHeld;
    }

    private async Task<(int Count, bool IsHeld)> LetGoAsync(
        Func<DateTimeOffset, int, CancellationToken, ValueTask<int>> letGo, Counter<long> counter, Lease lease, TimeSpan age, CancellationToken cancellationToken)
    {
        var (count, isHeld) = (0, true);
        var before = time.GetUtcNow() - age;
        while (isHeld && age > TimeSpan.Zero && await letGo(before, Batch, cancellationToken).ConfigureAwait(false) is > 0 and var gone)
        {
            count += gone;
            counter.Add(gone);
            isHeld = await store.Leases.RenewAsync(lease, LeaseTime, cancellationToken).ConfigureAwait(false);
        }

        return (count, isHeld);
    }

    private async Task ReleaseAsync(Lease? lease)
    {
        if (lease is null)
        {
            return;
        }

        try
        {
            await store.Leases.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // It ends by itself.
        }
    }
}
