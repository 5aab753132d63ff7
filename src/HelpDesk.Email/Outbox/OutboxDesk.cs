using HelpDesk.Email.Messages;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Outbox;

internal sealed class OutboxDesk(IMailStore store, WorkSignals signals) : IOutboxDesk
{
    public ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) => store.Outbox.FindAsync(query, cancellationToken);

    public async ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken)
    {
        var isQueued = await store.Outbox.RequeueAsync(id, cancellationToken).ConfigureAwait(false);
        signals.Outbox.Set();
        return isQueued;
    }

    public ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return store.Outbox.DiscardAsync(id, reason, cancellationToken);
    }

    public ValueTask<IReadOnlyList<SuppressedAddress>> ListSuppressedAsync(string? after, int limit, CancellationToken cancellationToken) =>
        store.SuppressedAddresses.ListAsync(after, limit, cancellationToken);

    public ValueTask<bool> LiftAsync(EmailAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return store.SuppressedAddresses.LiftAsync(address.Key, cancellationToken);
    }
}
