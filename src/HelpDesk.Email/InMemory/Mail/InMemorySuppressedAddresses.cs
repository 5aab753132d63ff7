using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

internal sealed class InMemorySuppressedAddresses(MailTables tables) : ISuppressedAddresses
{
    public ValueTask SuppressAsync(SuppressedAddress address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            tables.Suppressed[address.Address] = address;
            return ValueTask.CompletedTask;
        }
    }

    public ValueTask<bool> LiftAsync(string address, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            return ValueTask.FromResult(tables.Suppressed.Remove(address, out var known) && known.Until > tables.Now);
        }
    }

    public ValueTask<IReadOnlyList<SuppressedAddress>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            return ValueTask.FromResult<IReadOnlyList<SuppressedAddress>>(
                [.. addresses.Distinct().Select(address => tables.Suppressed.GetValueOrDefault(address)).OfType<SuppressedAddress>().Where(known => known.Until > now)]);
        }
    }

    public ValueTask<IReadOnlyList<SuppressedAddress>> ListAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (tables.Gate)
        {
            var now = tables.Now;
            return ValueTask.FromResult<IReadOnlyList<SuppressedAddress>>(
            [
                .. tables.Suppressed.Values
                    .Where(known => known.Until > now && (after is null || string.CompareOrdinal(known.Address, after) > 0))
                    .OrderBy(known => known.Address, StringComparer.Ordinal)
                    .Take(limit),
            ]);
        }
    }
}
