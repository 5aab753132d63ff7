using System.Runtime.CompilerServices;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>The files of a folder, in the order of their names.</summary>
internal sealed class FolderMailboxSource(string folder) : IMailboxSource
{
    public async IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            if (string.CompareOrdinal(name, cursor?.Value ?? string.Empty) > 0)
            {
                yield return new ReceivedMail(new MailReceipt(name), MailContent.FromOctets(await File.ReadAllBytesAsync(file, cancellationToken))) { Cursor = new MailboxCursor(name) };
            }
        }
    }

    public ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken) => throw new NotSupportedException("The tests begin at the first mail.");

    public ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken) => ValueTask.FromResult(mails);

    public async ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        await Task.Delay(atMost, cancellationToken);
        return false;
    }

    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new CheckReport(true, "There is a folder."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
