using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Listener;

namespace HelpDesk.Email.Protocols.Tests.Listener;

/// <summary>A listener on a free port of 127.0.0.1, over a fake intake.</summary>
internal sealed class ListenerHost : IAsyncDisposable
{
    private const string Greeting = """
        S: 220 help.test ESMTP HelpDesk.Email
        C: EHLO client.test
        S: 250-help.test
        S: 250-SIZE *
        S: 250-8BITMIME
        S: 250-SMTPUTF8
        S: 250-PIPELINING
        S: 250 ENHANCEDSTATUSCODES
        """;

    private readonly List<SmtpScript> _clients = [];

    private ListenerHost(SmtpListenerOptions options, LimitsOptions limits, Folder? spool)
    {
        Spool = spool;
        Listener = new SmtpListener(options, limits, Time, Log, spool?.Path);
    }

    public ManualTime Time { get; } = new();

    public FakeIntake Intake { get; } = new();

    public RecordingLogger<SmtpListener> Log { get; } = new();

    public SmtpListener Listener { get; }

    public Folder? Spool { get; }

    public static SmtpListenerOptions Options { get; } = new() { Port = 0, HostName = "help.test" };

    public static async Task<ListenerHost> StartAsync(SmtpListenerOptions? options = null, LimitsOptions? limits = null, Folder? spool = null)
    {
        var host = new ListenerHost(options ?? Options, limits ?? new LimitsOptions(), spool);
        await host.Listener.StartAsync(host.Intake, CancellationToken.None);
        return host;
    }

    /// <summary>A client that has said nothing.</summary>
    public async Task<SmtpScript> ConnectAsync()
    {
        var client = await SmtpScript.ConnectAsync(Listener.EndPoint!);
        lock (_clients)
        {
            // Clients come a hundred at once.
            _clients.Add(client);
        }

        return client;
    }

    /// <summary>A client that has said EHLO.</summary>
    public async Task<SmtpScript> GreetAsync()
    {
        var client = await ConnectAsync();
        await client.PlayAsync(Greeting);
        return client;
    }

    /// <summary>A client that has said EHLO, and the transcript after it.</summary>
    public async Task<SmtpScript> PlayAsync(string transcript)
    {
        var client = await GreetAsync();
        await client.PlayAsync(transcript);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Listener.StopAsync(guard.Token);
    }
}
