namespace HelpDesk.Email.Signals;

/// <summary>Wakes one worker loop: set as often as one likes, it is woken at least once. Never the truth: the store is.</summary>
internal sealed class WorkSignal : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0, 1);

    public void Set()
    {
        try
        {
            _semaphore.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already set, and not yet seen.
        }
        catch (ObjectDisposedException)
        {
            // The host stops; nobody has to be woken.
        }
    }

    /// <summary>Waits until it is set, or for a time.</summary>
    public async ValueTask WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await _semaphore.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time is over: look at the store.
        }
    }

    public void Dispose() => _semaphore.Dispose();
}
