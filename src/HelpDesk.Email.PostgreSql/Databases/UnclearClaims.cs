using System.Collections.Concurrent;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>Claims whose answer was lost: rows that nobody works on. They are given back with the next claim, instead of waiting for the end of their lease. Safe on any thread.</summary>
internal sealed class UnclearClaims
{
    // A server that was stopped may carry out what it was sent long after nobody waits for the answer any more.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<Guid, long> _lost = new();

    /// <summary>Makes a claim under a stamp of its own, and gives those back that were lost.</summary>
    public async ValueTask<T> RunAsync<T>(Func<Guid, IReadOnlyCollection<Guid>, ValueTask<T>> claimAsync)
    {
        var stamp = Guid.NewGuid();
        foreach (var (old, at) in _lost)
        {
            if (TimeProvider.System.GetElapsedTime(at) > Remembered)
            {
                _lost.TryRemove(old, out _);
            }
        }

        try
        {
            return await claimAsync(stamp, [.. _lost.Keys]).ConfigureAwait(false);
        }
        catch (Exception e) when (e is StoreUnavailableException or OperationCanceledException)
        {
            _lost[stamp] = TimeProvider.System.GetTimestamp();
            throw;
        }
    }
}
