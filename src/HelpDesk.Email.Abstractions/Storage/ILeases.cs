namespace HelpDesk.Email.Storage;

/// <summary>Leases on the store's own clock: who reads which mailbox.</summary>
public interface ILeases
{
    /// <summary>Takes a lease that is free, has ended, or is held by the same node already.</summary>
    /// <returns><see langword="null"/> when another node holds it.</returns>
    ValueTask<Lease?> TryAcquireAsync(string name, string node, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Lengthens a lease.</summary>
    /// <returns><see langword="false"/> when it changed hands meanwhile.</returns>
    ValueTask<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Gives a lease back before it ends; nothing happens when it is no longer held.</summary>
    ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken);
}
