using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Pop3.Source;
using HelpDesk.Email.Protocols.Tests.Transcripts;

namespace HelpDesk.Email.Protocols.Tests.Sources;

/// <summary>A mailbox source against a transcript.</summary>
internal sealed class SourceTrial : IAsyncDisposable
{
    private SourceTrial(TranscriptServer server, MailboxOptions options, Func<SourceTrial, IMailboxSourceFactory> factory)
    {
        Server = server;
        options.Host = "127.0.0.1";
        options.Port = server.Port;
        options.Encryption = MailEncryption.None;
        options.UserName = "ann";
        options.Password = "secret";
        Options = options;
        Factory = factory(this);
        Source = Factory.Create("support", options);
    }

    public TranscriptServer Server { get; }

    public MailboxOptions Options { get; }

    public ManualTime Time { get; } = new();

    public RecordingLogger<SourceTrial> Log { get; } = new();

    public IMailboxSourceFactory Factory { get; }

    public IMailboxSource Source { get; }

    public static SourceTrial Imap(string transcript, MailboxOptions? options = null, ICredentialProvider? secrets = null, int cutAfter = int.MaxValue, IReadOnlyDictionary<string, byte[]>? mails = null) =>
        new(TranscriptServer.Start(transcript, cutAfter: cutAfter, mails: mails), options ?? new MailboxOptions(), trial => new ImapMailboxSourceFactory(secrets, trial.Time, trial.Log.As<ImapMailboxSource>()));

    public static SourceTrial Pop3(string transcript, MailboxOptions? options = null, int cutAfter = int.MaxValue) =>
        new(TranscriptServer.Start(transcript, cutAfter: cutAfter), options ?? new MailboxOptions(), trial => new Pop3MailboxSourceFactory(null, trial.Time, trial.Log.As<Pop3MailboxSource>()));

    /// <summary>One look, as the engine does it.</summary>
    public async Task<List<(string Receipt, string Text, MailboxCursor? Cursor)>> ReceiveAsync(MailboxCursor? cursor = null, ReceiveLimits? limits = null)
    {
        var mails = new List<(string, string, MailboxCursor?)>();
        await foreach (var mail in Source.ReceiveAsync(cursor, limits ?? new ReceiveLimits(100, 1000), CancellationToken.None))
        {
            using var content = mail.Content;
            await using var octets = content.OpenRead();
            using var reader = new StreamReader(octets, Encoding.Latin1);
            mails.Add((mail.Receipt.Key, await reader.ReadToEndAsync(), mail.Cursor));
        }

        return mails;
    }

    /// <summary>The texts of one look.</summary>
    public async Task<IEnumerable<string>> TextsAsync(MailboxCursor? cursor = null, ReceiveLimits? limits = null) =>
        (await ReceiveAsync(cursor, limits)).Select(mail => mail.Text);

    public async Task<IReadOnlyList<long>> AcknowledgeAsync(AfterProcessing action, params Acknowledgement[] mails) =>
        [.. (await Source.AcknowledgeAsync(mails, action, CancellationToken.None)).Select(mail => mail.JournalId)];

    /// <summary>The ids of what was logged at Information or above.</summary>
    public IEnumerable<int> Told => Log.Entries.Where(entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Information && entry.Id.Id >= 5300).Select(entry => entry.Id.Id);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Server.DisposeAsync();
        Assert.DoesNotContain(Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }
}
