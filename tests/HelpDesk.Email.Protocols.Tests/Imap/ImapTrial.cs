using System.Text;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Protocols.Imap;
using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Tests.Transcripts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap;

/// <summary>An IMAP client against a transcript.</summary>
internal sealed class ImapTrial : IAsyncDisposable
{
    /// <summary>The beginning of most conversations: greeting with capabilities and a log-in.</summary>
    public const string LoggedIn = """
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR IDLE MOVE UIDPLUS AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN {base64 \0ann\0secret}
        S: {tag} OK [CAPABILITY IMAP4rev1 SASL-IR IDLE MOVE UIDPLUS LITERAL+] in

        """;

    /// <summary>The same, and INBOX is open.</summary>
    public const string Opened = LoggedIn + """
        C: {tag} SELECT "INBOX"
        S: * 3 EXISTS
        S: * 0 RECENT
        S: * FLAGS (\Seen \Deleted)
        S: * OK [UIDVALIDITY 77] valid
        S: * OK [UIDNEXT 10] next
        S: {tag} OK [READ-WRITE] open

        """;

    public static MailCredential Ann { get; } = MailCredential.Password("ann", "secret");

    private ImapTrial(TranscriptServer server) => Server = server;

    public TranscriptServer Server { get; }

    public ManualTime Time { get; } = new();

    public RecordingLogger<ImapConnection> Log { get; } = new();

    public ImapConnection Client { get; private set; } = null!;

    public SelectedFolder Inbox { get; private set; } = null!;

    public static ImapTrial Start(string transcript, int pieceLength = 0, IReadOnlyDictionary<string, byte[]>? mails = null) =>
        new(TranscriptServer.Start(transcript, pieceLength: pieceLength, mails: mails));

    /// <summary>Connects to a server that says a transcript.</summary>
    public static async Task<ImapTrial> ConnectAsync(string transcript)
    {
        var trial = Start(transcript);
        await trial.ConnectAsync();
        return trial;
    }

    /// <summary>Connects to one that says <see cref="LoggedIn"/> and then a transcript.</summary>
    public static async Task<ImapTrial> LogInAsync(string transcript)
    {
        var trial = await ConnectAsync(LoggedIn + transcript);
        await trial.Client.LoginAsync(Ann, null, CancellationToken.None);
        return trial;
    }

    /// <summary>Connects to one that says <see cref="Opened"/> and then a transcript.</summary>
    public static async Task<ImapTrial> OpenAsync(string transcript, int pieceLength = 0, IReadOnlyDictionary<string, byte[]>? mails = null)
    {
        var trial = Start(Opened + transcript, pieceLength, mails);
        await trial.ConnectAsync();
        await trial.Client.LoginAsync(Ann, null, CancellationToken.None);
        trial.Inbox = await trial.Client.SelectAsync("INBOX", CancellationToken.None);
        return trial;
    }

    public async Task ConnectAsync(MailServer? server = null) =>
        Client = await ImapConnection.ConnectAsync(server ?? Server.Plain, Time, Log, CancellationToken.None);

    /// <summary>Fetches whole mails, each as text.</summary>
    public async Task<List<(uint Uid, string? Text)>> FetchAsync(params uint[] uids)
    {
        var mails = new List<(uint, string?)>();
        await foreach (var fetched in Inbox.FetchAsync(uids, new ImapFetchItems(), ReadAsync, CancellationToken.None))
        {
            mails.Add((fetched.Message.Uid, fetched.Content));
        }

        return mails;
    }

    /// <summary>Moves the clock, once the server is silent, until the client gives up.</summary>
    public async Task<MailProtocolException> TimesOutAsync(Func<Task> work)
    {
        var working = work();
        await Server.OutlastAsync(Time, working);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => working);
        Assert.Equal(MailFailure.TimedOut, exception.Failure);
        return exception;
    }

    public static async ValueTask<string> ReadAsync(Stream octets, long? length, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await octets.CopyToAsync(memory, cancellationToken);
        Assert.Equal(length, memory.Length);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        if (Client is not null)
        {
            await Client.DisposeAsync();
        }

        await Server.DisposeAsync();
        foreach (var (_, _, text) in Log.Entries)
        {
            Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
            Assert.DoesNotContain("AGFubgBzZWNyZXQ", text, StringComparison.Ordinal);
        }
    }
}
