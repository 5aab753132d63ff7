using System.Globalization;
using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region mailbox-source
/// <summary>Reads the mails that another program writes into a table.</summary>
internal sealed class TableMailboxSource(TableInbox inbox, TimeProvider time) : IMailboxSource
{
    private const string Prefix = "inbox:";

    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(
        MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = cursor is { Value: var value } ? long.Parse(value, CultureInfo.InvariantCulture) : 0;
        foreach (var id in await inbox.ListAsync(after, limits, cancellationToken))
        {
            // One at a time, and a large one in a file: they must not stand in memory together.
            if (await inbox.ReadAsync(id, cancellationToken) is { } content)
            {
                var name = id.ToString(CultureInfo.InvariantCulture);
                yield return new ReceivedMail(new MailReceipt(Prefix + name), content) { Cursor = new MailboxCursor(name) };
            }
        }
    }

    public async ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) =>
        new((await inbox.LastAsync(cancellationToken)).ToString(CultureInfo.InvariantCulture));

    public async ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(
        IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken)
    {
        foreach (var mail in mails)
        {
            // The mailbox may have been of another kind when the mail came.
            if (!mail.Receipt.Key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var id = long.Parse(mail.Receipt.Key.AsSpan(Prefix.Length), CultureInfo.InvariantCulture);
            _ = action switch
            {
                AfterProcessing.Delete => await inbox.DeleteAsync(id, cancellationToken),
                AfterProcessing.MarkRead => await inbox.MarkAsync(id, cancellationToken),
                _ => 0,
            };
        }

        // A row that was gone before is done, too.
        return mails;
    }

    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        // A table rings no bell: the time passes, and the engine looks again.
        await Task.Delay(atMost, time, cancellationToken);
        return false;
    }

    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            await inbox.ListAsync(0, new ReceiveLimits(MaxMails: 1, long.MaxValue), cancellationToken);
            return new CheckReport(true, "The table of incoming mail can be read.");
        }
        catch (MailboxException e)
        {
            return new CheckReport(false, e.Message);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
#endregion
