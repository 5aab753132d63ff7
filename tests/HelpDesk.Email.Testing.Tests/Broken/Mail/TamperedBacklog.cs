using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedBacklog(IMailBacklog inner, MailTampering tampering) : IMailBacklog
{
    public ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken) =>
        tampering.Measure.CallAsync(true, _ => inner.MeasureAsync(cancellationToken), cancellationToken);
}
