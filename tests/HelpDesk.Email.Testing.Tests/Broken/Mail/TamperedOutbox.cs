using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedOutbox(IOutbox inner, MailTampering tampering) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(string node, int max, TimeSpan lease, CancellationToken cancellationToken) =>
        tampering.ClaimMails.CallAsync(
            new ClaimRequest(node, max, lease), passed => inner.ClaimAsync(passed.Node, passed.Max, passed.Lease, cancellationToken), cancellationToken);

    public ValueTask<bool> CommitAsync(OutboxClaim claim, OutboxCommit commit, CancellationToken cancellationToken)
    {
        var token = tampering.IgnoresTokens ? CancellationToken.None : cancellationToken;
        return tampering.CommitMail.CallAsync((Claim: claim, Commit: commit), passed => inner.CommitAsync(passed.Claim, passed.Commit, token), token);
    }

    public ValueTask<IReadOnlyList<OutboxEntry>> FindAsync(OutboxQuery query, CancellationToken cancellationToken) =>
        tampering.FindMails.CallAsync(query, passed => inner.FindAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<MailContent?> OpenContentAsync(long id, CancellationToken cancellationToken) =>
        tampering.OpenMail.CallAsync(id, passed => inner.OpenContentAsync(passed, cancellationToken), cancellationToken);
}
