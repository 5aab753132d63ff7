namespace HelpDesk.Email.Storage;

/// <summary>Addresses that get no mail for a time. The engine adds to them by <see cref="FinishCommit.Suppressed"/>. Addresses are in lower case and opaque.</summary>
public interface ISuppressedAddresses
{
    /// <summary>Suppresses an address, in place of what was known of it.</summary>
    ValueTask SuppressAsync(SuppressedAddress address, CancellationToken cancellationToken);

    /// <summary>Lets an address have mail again.</summary>
    /// <returns><see langword="false"/> when it was not suppressed.</returns>
    ValueTask<bool> LiftAsync(string address, CancellationToken cancellationToken);

    /// <summary>Those of some addresses that are suppressed now, on the store's clock, in any order.</summary>
    ValueTask<IReadOnlyList<SuppressedAddress>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken);

    /// <summary>What is suppressed now, in ordinal order of the addresses.</summary>
    /// <param name="after">Addresses behind this one: the next page of a listing; <see langword="null"/> for the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyList<SuppressedAddress>> ListAsync(string? after, int limit, CancellationToken cancellationToken);
}
