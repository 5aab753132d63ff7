using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>A server on a free port of 127.0.0.1 that serves one client after the other, and notes what they say.</summary>
internal abstract class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    protected StubServer()
    {
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whether clients are served at the same time, instead of one after the other.</summary>
    public bool ServesTogether { get; init; }

    /// <summary>What the last client said, with its line ends.</summary>
    public MemoryStream Said { get; private set; } = new();

    /// <summary>How often the server waited for the client with everything answered: what a slow line makes slow.</summary>
    public int Waits { get; protected set; }

    /// <summary>How many commands the clients have said.</summary>
    public int Commands { get; protected set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    protected abstract Task TalkAsync(StubLine line);

    private async Task ServeAsync()
    {
        while (true)
        {
            var serving = ServeAsync(await _listener.AcceptTcpClientAsync());
            await (ServesTogether ? Task.CompletedTask : serving);
        }
    }

    private async Task ServeAsync(TcpClient connected)
    {
        using var client = connected;
        client.NoDelay = true;
        Said = new MemoryStream();
        try
        {
            using var line = new StubLine(client.GetStream(), Said, () => Waits++);
            await TalkAsync(line);
        }
        catch (IOException)
        {
            // The client went; the next one comes.
        }
    }
}
