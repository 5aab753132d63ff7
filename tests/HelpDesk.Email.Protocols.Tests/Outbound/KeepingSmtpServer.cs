using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>A server that keeps the mails it is handed, of any number of clients at once, and refuses who is called so.</summary>
/// <param name="extensions">What it offers, as EHLO says it; nothing for a server that knows HELO alone.</param>
internal sealed class KeepingSmtpServer(params string[] extensions) : IAsyncDisposable
{
    private readonly ConcurrentQueue<ArrivedMail> _mails = new();
    private readonly ConcurrentBag<Task> _talks = [];
    private readonly ConcurrentBag<Socket> _clients = [];
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public IReadOnlyList<ArrivedMail> Mails => [.. _mails];

    public int Port { get; private set; }

    /// <summary>How many recipients one mail may have.</summary>
    public int MostRecipients { get; init; } = 1000;

    public IReadOnlyList<string> Extensions => extensions;

    public void Start()
    {
        _listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, Port));
        _listener.Listen();
        Port = ((IPEndPoint)_listener.LocalEndPoint!).Port;
        _accepting = AcceptAsync(_listener);
    }

    /// <summary>Is gone, with all connections.</summary>
    public async Task StopAsync()
    {
        _listener?.Dispose();
        await _accepting;
        foreach (var client in _clients)
        {
            client.Dispose();
        }

        await Task.WhenAll(_talks);
    }

    public void Keep(ArrivedMail mail) => _mails.Enqueue(mail);

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptAsync();
                client.NoDelay = true;
                _clients.Add(client);
                _talks.Add(Task.Run(() => TalkAsync(client)));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was stopped.
        }
    }

    private async Task TalkAsync(Socket client)
    {
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            await new KeepingSmtpTalk(this, stream).RunAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException)
        {
            // The client went, or the server was stopped: what was not ended by its dot was never kept.
        }
    }
}
