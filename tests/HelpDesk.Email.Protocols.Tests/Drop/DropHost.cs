using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Drop;

namespace HelpDesk.Email.Protocols.Tests.Drop;

/// <summary>A drop folder whose files are as old as a test says.</summary>
internal sealed class DropHost : IAsyncDisposable
{
    private int _rows;

    public DropHost() => Source = NewSource();

    public Folder Folder { get; } = new();

    public ManualTime Time { get; } = new();

    public RecordingLogger<DropFolderSource> Log { get; } = new();

    public IMailboxSource Source { get; private set; }

    public string Processed => Folder["processed"];

    /// <summary>Puts a file there that was last written some seconds ago.</summary>
    public void Put(string name, string text, double age = 60)
    {
        File.WriteAllBytes(Folder[name], Encoding.Latin1.GetBytes(text));
        File.SetLastWriteTimeUtc(Folder[name], Time.GetUtcNow().UtcDateTime - TimeSpan.FromSeconds(age));
    }

    /// <summary>One look, with the content of each mail as text.</summary>
    public async Task<List<(ReceivedMail Mail, string Text)>> LookAsync(MailboxCursor? cursor = null, int maxMails = 100, long maxOctets = 1000)
    {
        var mails = new List<(ReceivedMail, string)>();
        await foreach (var mail in Source.ReceiveAsync(cursor, new ReceiveLimits(maxMails, maxOctets), CancellationToken.None))
        {
            using var stream = mail.Content.OpenRead();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            mails.Add((mail, await reader.ReadToEndAsync()));
        }

        return mails;
    }

    public async Task<List<string>> TextsAsync(MailboxCursor? cursor = null, int maxMails = 100, long maxOctets = 1000) =>
        [.. (await LookAsync(cursor, maxMails, maxOctets)).Select(mail => mail.Text)];

    public Acknowledgement AcknowledgementOf(ReceivedMail mail) => new(++_rows, mail.Receipt, "<a@b>", mail.Content.Hash);

    /// <summary>Acknowledges mails; returns how many are done.</summary>
    public async Task<int> AcknowledgeAsync(AfterProcessing action, params ReceivedMail[] mails) =>
        (await Source.AcknowledgeAsync([.. mails.Select(AcknowledgementOf)], action, CancellationToken.None)).Count;

    /// <summary>Another source over the same folder, as after a restart.</summary>
    public void Restart() => Source = NewSource();

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        Folder.Dispose();
    }

    private IMailboxSource NewSource() =>
        new DropFolderSourceFactory(Time, Log).Create("support", new MailboxOptions { Kind = "DropFolder", Folder = Folder.Path });
}
