using System.Text;
using HelpDesk.Email.Protocols.Pop3;
using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Protocols.Tests.Transcripts;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Pop3;

/// <summary>A POP3 client against a transcript.</summary>
internal sealed class Pop3Trial : IAsyncDisposable
{
    /// <summary>The beginning of most conversations: greeting, capabilities and a log-in.</summary>
    public const string LoggedIn = """
        S: +OK ready
        C: CAPA
        S: +OK
        S: USER
        S: UIDL
        S: TOP
        S: .
        C: USER ann
        S: +OK
        C: PASS secret
        S: +OK in
        C: CAPA
        S: +OK
        S: UIDL
        S: TOP
        S: .

        """;

    private Pop3Trial(TranscriptServer server) => Server = server;

    public static MailCredential Ann { get; } = MailCredential.Password("ann", "secret");

    public TranscriptServer Server { get; }

    public ManualTime Time { get; } = new();

    public RecordingLogger<Pop3Connection> Log { get; } = new();

    public Pop3Connection Client { get; private set; } = null!;

    public static Pop3Trial Start(string transcript, int pieceLength = 0) => new(TranscriptServer.Start(transcript, pieceLength: pieceLength));

    public static async Task<Pop3Trial> ConnectAsync(string transcript)
    {
        var trial = Start(transcript);
        await trial.ConnectAsync();
        return trial;
    }

    /// <summary>Connects to a server that says <see cref="LoggedIn"/> and then a transcript.</summary>
    public static async Task<Pop3Trial> LogInAsync(string transcript, int pieceLength = 0)
    {
        var trial = Start(LoggedIn + transcript, pieceLength);
        await trial.ConnectAsync();
        await trial.Client.LoginAsync(Ann, null, CancellationToken.None);
        return trial;
    }

    public async Task ConnectAsync() => Client = await Pop3Connection.ConnectAsync(Server.Plain, Time, Log, CancellationToken.None);

    public async Task<List<Pop3Retrieved<string>>> RetrieveAsync(long maxOctets, params int[] numbers)
    {
        var mails = new List<Pop3Retrieved<string>>();
        await foreach (var mail in Client.RetrieveAsync(numbers, maxOctets, ReadAsync, CancellationToken.None))
        {
            mails.Add(mail);
        }

        return mails;
    }

    public async Task<MailProtocolException> TimesOutAsync(Func<Task> work)
    {
        var working = work();
        await Server.OutlastAsync(Time, working);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => working);
        Assert.Equal(MailFailure.TimedOut, exception.Failure);
        return exception;
    }

    public async ValueTask DisposeAsync()
    {
        if (Client is not null)
        {
            await Client.DisposeAsync();
        }

        await Server.DisposeAsync();
        Assert.DoesNotContain(Log.Entries, entry => entry.Text.Contains("secret", StringComparison.Ordinal));
    }

    private static async ValueTask<string> ReadAsync(Stream octets, long? length, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await octets.CopyToAsync(memory, cancellationToken);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
