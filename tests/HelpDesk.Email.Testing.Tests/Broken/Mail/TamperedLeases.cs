using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedLeases(ILeases inner, MailTampering tampering) : ILeases
{
    public ValueTask<Lease?> TryAcquireAsync(string name, string node, TimeSpan duration, CancellationToken cancellationToken) =>
        tampering.Acquire.CallAsync(
            (Name: name, Node: node, Duration: duration),
            passed => inner.TryAcquireAsync(passed.Name, passed.Node, passed.Duration, cancellationToken),
            cancellationToken);

    public ValueTask<bool> RenewAsync(Lease lease, TimeSpan duration, CancellationToken cancellationToken) =>
        tampering.RenewLease.CallAsync(
            (Lease: lease, Duration: duration), passed => inner.RenewAsync(passed.Lease, passed.Duration, cancellationToken), cancellationToken);

    public async ValueTask ReleaseAsync(Lease lease, CancellationToken cancellationToken) =>
        await tampering.ReleaseLease.CallAsync(
            lease,
            async passed =>
            {
                await inner.ReleaseAsync(passed, cancellationToken);
                return true;
            },
            cancellationToken);
}
