using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Monitoring;

/// <summary>A lease that is renewed until it is given back. For one holder.</summary>
internal sealed class HeldLease : IAsyncDisposable
{
    private readonly ILeases _leases;
    private readonly Lease _lease;
    private readonly TimeSpan _duration;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _renewing;

    private HeldLease(ILeases leases, Lease lease, TimeSpan duration, TimeProvider time)
    {
        _leases = leases;
        _lease = lease;
        _duration = duration;
        _time = time;
        _renewing = RenewAsync();
    }

    /// <summary>Cancelled when the lease changed hands, or could not be renewed in time: the holder must stop.</summary>
    public CancellationToken Lost => _lost.Token;

    /// <summary>Takes a lease; <see langword="null"/> when another node holds it.</summary>
    public static async ValueTask<HeldLease?> TryTakeAsync(ILeases leases, string name, string node, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken) =>
        await leases.TryAcquireAsync(name, node, duration, cancellationToken).ConfigureAwait(false) is { } lease ? new HeldLease(leases, lease, duration, time) : null;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _renewing.ConfigureAwait(false);
        try
        {
            await _leases.ReleaseAsync(_lease, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // It ends by itself.
        }

        _lost.Dispose();
        _end.Dispose();
    }

    private async Task RenewAsync()
    {
        var renewed = _time.GetTimestamp();
        while (!_end.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(_duration / 3, _time, _end.Token).ConfigureAwait(false);
                if (!await _leases.RenewAsync(_lease, _duration, _end.Token).ConfigureAwait(false))
                {
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }

                renewed = _time.GetTimestamp();
            }
            catch (OperationCanceledException) when (_end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is StoreUnavailableException or IOException or TimeoutException)
            {
                if (_time.GetElapsedTime(renewed) > _duration * 0.8)
                {
                    await _lost.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
    }
}
