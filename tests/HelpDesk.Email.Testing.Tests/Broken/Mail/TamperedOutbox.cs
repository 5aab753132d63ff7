using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedOutbox(IOutbox inner, MailTampering tampering) : IOutbox
{
    public ValueTask<IReadOnlyList<OutboxClaim>> ClaimAsync(OutboxClaimRequest request, CancellationToken cancellationToken) =>
        tampering.ClaimMails.CallAsync(request, passed => inner.ClaimAsync(passed, cancellationToken), cancellationToken);

    public async ValueTask RenewAsync(IReadOnlyList<OutboxClaim> claims, TimeSpan lease, CancellationToken cancellationToken) =>
        await tampering.RenewMails.CallAsync(
            (Claims: claims, Lease: lease),
            async passed =>
            {
                await inner.RenewAsync(passed.Claims, passed.Lease, cancellationToken);
                return true;
            },
            cancellationToken);

    public ValueTask<bool> RequeueAsync(long id, CancellationToken cancellationToken) =>
        tampering.RequeueMail.CallAsync(id, passed => inner.RequeueAsync(passed, cancellationToken), cancellationToken);

    public ValueTask<bool> DiscardAsync(long id, string reason, CancellationToken cancellationToken) =>
        tampering.DiscardMail.CallAsync((Id: id, Reason: reason), passed => inner.DiscardAsync(passed.Id, passed.Reason, cancellationToken), cancellationToken);

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
