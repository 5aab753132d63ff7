using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Keeps claims alive until it is disposed: a batch may take longer than its leases.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _done = new();
    private readonly Task _renewal;

    private LeaseKeeper(IOutbox outbox, IReadOnlyList<OutboxClaim> claims, TimeSpan lease, TimeProvider time, ILogger log) =>
        _renewal = RenewAsync(outbox, claims, lease, time, log, _done.Token);

    public static LeaseKeeper Keep(IOutbox outbox, IReadOnlyList<OutboxClaim> claims, TimeSpan lease, TimeProvider time, ILogger log) =>
        new(outbox, claims, lease, time, log);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync().ConfigureAwait(false);
        await _renewal.ConfigureAwait(false);
        _done.Dispose();
    }

    private static async Task RenewAsync(IOutbox outbox, IReadOnlyList<OutboxClaim> claims, TimeSpan lease, TimeProvider time, ILogger log, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(lease / 3, time, cancellationToken).ConfigureAwait(false);
                await outbox.RenewAsync(claims, lease, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                // The batch is done.
            }
            catch (StoreUnavailableException e)
            {
                // The leases may end; then a commit says so, and another worker goes on.
                OutboxLog.StoreAway(log, e);
            }
        }
    }
}
