using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Testing.Tests.Broken.Mailboxes;

/// <summary>A mailbox source that is in order, seen through what is spoiled about it.</summary>
internal sealed class TamperedMailboxSource(IMailboxSource source, MailboxTampering tampering) : IMailboxSource
{
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var asked = tampering.Ask(cursor, limits);
        var mails = new List<ReceivedMail>();
        await foreach (var mail in source.ReceiveAsync(asked.Cursor, asked.Limits, Of(cancellationToken)))
        {
            mails.Add(mail);
        }

        foreach (var mail in tampering.Mails(mails))
        {
            Of(cancellationToken).ThrowIfCancellationRequested();
            yield return mail;
        }
    }

    public async ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => tampering.Skip(await source.SkipAsync(cancellationToken));

    public async ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken) =>
        tampering.Done(await source.AcknowledgeAsync(mails, tampering.Action(mails, action), Of(cancellationToken)));

    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            return await source.WaitForMailAsync(atMost, cancellationToken);
        }
        catch (OperationCanceledException) when (tampering.SwallowsTokens)
        {
            return false;
        }
    }

    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) => tampering.Check(await source.CheckAsync(cancellationToken));

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private CancellationToken Of(CancellationToken token) => tampering.IgnoresTokens ? CancellationToken.None : token;
}
