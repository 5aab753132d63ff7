using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedHostEventQueue(IHostEventQueue inner, MailTampering tampering) : IHostEventQueue
{
    public ValueTask<IReadOnlyList<HostEventClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken) =>
        tampering.ClaimEvents.CallAsync(
            new ClaimRequest(node, max, lease), passed => inner.ClaimAsync(passed.Node, passed.Max, passed.Lease, cancellationToken), cancellationToken);

    public ValueTask<bool> CompleteAsync(HostEventClaim claim, DateTimeOffset? retryAt, CancellationToken cancellationToken) =>
        tampering.CompleteEvent.CallAsync(
            (Claim: claim, RetryAt: retryAt), passed => inner.CompleteAsync(passed.Claim, passed.RetryAt, cancellationToken), cancellationToken);
}
