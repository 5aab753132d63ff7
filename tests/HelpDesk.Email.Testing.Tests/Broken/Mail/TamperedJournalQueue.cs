using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedJournalQueue(IJournalQueue inner, MailTampering tampering) : IJournalQueue
{
    public ValueTask<IReadOnlyList<JournalClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken) =>
        tampering.ClaimRows.CallAsync(
            new ClaimRequest(node, max, lease), passed => inner.ClaimAsync(passed.Node, passed.Max, passed.Lease, cancellationToken), cancellationToken);

    public async ValueTask RenewAsync(IReadOnlyList<JournalClaim> claims, TimeSpan lease, CancellationToken cancellationToken) =>
        await tampering.RenewRows.CallAsync(
            (Claims: claims, Lease: lease),
            async passed =>
            {
                await inner.RenewAsync(passed.Claims, passed.Lease, cancellationToken);
                return true;
            },
            cancellationToken);

    public ValueTask<CommitResult> CommitAsync(JournalClaim claim, JournalCommit commit, CancellationToken cancellationToken)
    {
        var token = tampering.IgnoresTokens ? CancellationToken.None : cancellationToken;
        return tampering.CommitRow.CallAsync((Claim: claim, Commit: commit), passed => inner.CommitAsync(passed.Claim, passed.Commit, token), token);
    }
}
