using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Testing.Tests.Broken.Mail;

internal sealed class TamperedMailboxStates(IMailboxStates inner, MailTampering tampering) : IMailboxStates
{
    public ValueTask<MailboxState?> ReadAsync(string mailbox, CancellationToken cancellationToken) =>
        tampering.ReadState.CallAsync(mailbox, passed => inner.ReadAsync(passed, cancellationToken), cancellationToken);

    public async ValueTask WriteAsync(string mailbox, MailboxState state, CancellationToken cancellationToken) =>
        await tampering.WriteState.CallAsync(
            (Mailbox: mailbox, State: state),
            async passed =>
            {
                await inner.WriteAsync(passed.Mailbox, passed.State, cancellationToken);
                return true;
            },
            cancellationToken);
}
