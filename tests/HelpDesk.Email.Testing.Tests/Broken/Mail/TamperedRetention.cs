using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedRetention(IMailRetention inner, MailTampering tampering) : IMailRetention
{
    public ValueTask<PurgedContent> PurgeContentAsync(ContentLimits limits, int max, CancellationToken cancellationToken) =>
        tampering.Purge.CallAsync((Limits: limits, Max: max), passed => inner.PurgeContentAsync(passed.Limits, passed.Max, cancellationToken), cancellationToken);

    public ValueTask<int> DeleteFailedMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        tampering.DeleteFailed.CallAsync((Before: before, Max: max), passed => inner.DeleteFailedMailAsync(passed.Before, passed.Max, cancellationToken), cancellationToken);

    public ValueTask<int> PurgeSentMailAsync(DateTimeOffset before, int max, CancellationToken cancellationToken) =>
        tampering.PurgeSent.CallAsync((Before: before, Max: max), passed => inner.PurgeSentMailAsync(passed.Before, passed.Max, cancellationToken), cancellationToken);
}
