using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Mailboxes;

internal sealed class InMemoryMailboxSource(InMemoryMailbox mailbox, TimeProvider time) : IMailboxSource
{
    private const string Prefix = "memory:";

    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = cursor is { } known ? long.Parse(known.Value, CultureInfo.InvariantCulture) : 0;
        foreach (var mail in mailbox.Mails.Where(mail => mail.Uid > after && mail.Content.Length <= limits.MaxOctets).Take(limits.MaxMails))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var uid = mail.Uid.ToString(CultureInfo.InvariantCulture);
            yield return new ReceivedMail(new MailReceipt(Prefix + uid), mail.Content) { Cursor = new MailboxCursor(uid) };
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(new MailboxCursor(mailbox.Mails.Select(mail => mail.Uid).DefaultIfEmpty().Max().ToString(CultureInfo.InvariantCulture)));
    }

    public ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var mail in mails)
        {
            // The receipt of another kind of place means nothing here.
            if (mail.Receipt.Key.StartsWith(Prefix, StringComparison.Ordinal) && long.TryParse(mail.Receipt.Key.AsSpan(Prefix.Length), CultureInfo.InvariantCulture, out var uid))
            {
                mailbox.Acknowledge(uid, action);
            }
        }

        return ValueTask.FromResult(mails);
    }

    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await Task.Delay(atMost, time, cancellationToken).ConfigureAwait(false);
        return false;
    }

    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new CheckReport(true, "A mailbox in memory can always be read."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
