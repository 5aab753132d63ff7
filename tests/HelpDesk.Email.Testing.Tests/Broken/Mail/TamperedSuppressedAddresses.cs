using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedSuppressedAddresses(ISuppressedAddresses inner, MailTampering tampering) : ISuppressedAddresses
{
    public async ValueTask SuppressAsync(SuppressedAddress address, CancellationToken cancellationToken) =>
        await tampering.Suppress.CallAsync(
            address,
            async passed =>
            {
                await inner.SuppressAsync(passed, cancellationToken);
                return true;
            },
            cancellationToken);

    public ValueTask<bool> LiftAsync(string address, CancellationToken cancellationToken) =>
        tampering.Lift.CallAsync(address, passed => inner.LiftAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<SuppressedAddress>> FindAsync(IReadOnlyList<string> addresses, CancellationToken cancellationToken) =>
        tampering.FindSuppressed.CallAsync(addresses, passed => inner.FindAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<IReadOnlyList<SuppressedAddress>> ListAsync(string? after, int limit, CancellationToken cancellationToken) =>
        tampering.ListSuppressed.CallAsync((After: after, Limit: limit), passed => inner.ListAsync(passed.After, passed.Limit, cancellationToken), cancellationToken);
}
