using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Health;

/// <summary>How much work waits, measured by the store at most every 15 seconds, however many ask. Safe on any thread.</summary>
internal sealed class BacklogReading(IMailBacklog store, TimeProvider time) : IDisposable
{
    /// <summary>For how long a measurement is good enough.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Measured? _last;

    /// <summary>The last measurement, however old; <see langword="null"/> before the first.</summary>
    public MailBacklog? Last => _last?.Backlog;

    /// <summary>A measurement that is at most 15 seconds old.</summary>
    /// <exception cref="Messages.StoreUnavailableException">The store can't be reached.</exception>
    public async ValueTask<MailBacklog> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh)
        {
            return fresh;
        }

        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh() is { } meanwhile)
            {
                return meanwhile;
            }

            var backlog = await store.MeasureAsync(cancellationToken).ConfigureAwait(false);
            _last = new Measured(backlog, time.GetTimestamp());
            return backlog;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What was measured last says nothing any more.</summary>
    public void Forget() => _last = null;

    public void Dispose() => _one.Dispose();

    private MailBacklog? Fresh() => _last is { } last && time.GetElapsedTime(last.At) < Freshness ? last.Backlog : null;

    private sealed record Measured(MailBacklog Backlog, long At);
}
