using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemoryLeases(TimeProvider clock) : ILeases
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Holding> _leases = new(StringComparer.Ordinal);

    public ValueTask<Lease?> TryAcquireAsync(string name, string node, TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (!_leases.TryGetValue(name, out var held))
            {
                _leases.Add(name, held = new Holding());
            }

            var now = clock.GetUtcNow();
            if (held.Node == node)
            {
                held.Lengthen(now + duration);
            }
            else if (held.Lives(now))
            {
                return ValueTask.FromResult<Lease?>(null);
            }
            else
            {
                held.Take(node, now + duration);
            }

            return ValueTask.FromResult<Lease?>(new Lease(name, node, held.Fence));
        }
    }

    public ValueTask<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var held = Held(lease);
            held?.Lengthen(clock.GetUtcNow() + duration);
            return ValueTask.FromResult(held is not null);
        }
    }

    public ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            Held(lease)?.Free();
        }

        return ValueTask.CompletedTask;
    }

    // A lease that ended and that nobody took since is still its holder's to lengthen.
    private Holding? Held(Lease lease) =>
        _leases.TryGetValue(lease.Name, out var held) && held.Is(lease.Node, lease.Fence) ? held : null;
}
