using System.Collections.Concurrent;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Links;

/// <summary>Remembers revoked links as long as the process lives, in this process alone: for tests, trials and hosts without users.</summary>
/// <remarks>Safe on any thread. A new signing key takes back all links of everybody, and that durably.</remarks>
public sealed class InMemoryLinkRevocation : ILinkRevocation
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _before = new(StringComparer.Ordinal);

    /// <summary>Takes back the links of a person that were made before a moment.</summary>
    public void Revoke(EmailAddress address, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(address);
        _before.AddOrUpdate(address.Key, before, (_, known) => known > before ? known : before);
    }

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset?> RevokedBeforeAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArgumentNullException.ThrowIfNull(address);
        return ValueTask.FromResult<DateTimeOffset?>(_before.TryGetValue(address.Key, out var before) ? before : null);
    }
}
