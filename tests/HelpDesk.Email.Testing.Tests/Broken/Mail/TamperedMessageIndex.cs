using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedMessageIndex(IMessageIndex inner, MailTampering tampering) : IMessageIndex
{
    public ValueTask<IReadOnlyList<IndexedMessage>> FindAsync(IReadOnlyList<string> messageIds, CancellationToken cancellationToken) =>
        tampering.FindMessages.CallAsync(messageIds, passed => inner.FindAsync(passed, cancellationToken), cancellationToken);
}
