using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Servers.Tests.Proxies;

/// <summary>One connection through a proxy.</summary>
/// <param name="client">The client's end.</param>
internal sealed class ProxiedLine(Socket client) : IDisposable
{
    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    /// <summary>Carries octets until an end closes.</summary>
    /// <param name="port">The server's port.</param>
    /// <param name="allow">Asked for each piece, and whether it is the client's: how many octets of it may pass; fewer cut the line behind them.</param>
    public async Task RunAsync(int port, Func<ReadOnlyMemory<byte>, bool, int> allow)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            await Task.WhenAll(PumpAsync(client, _server, piece => allow(piece, true)), PumpAsync(_server, client, piece => allow(piece, false)));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }

    /// <summary>Ends it without a goodbye, at both ends.</summary>
    public void Cut()
    {
        client.Close();
        _server.Close();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, int> allow)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                var allowed = allow(buffer.AsMemory(0, count));
                await to.SendAsync(buffer.AsMemory(0, Math.Max(0, allowed)));
                if (allowed < count)
                {
                    Cut();
                    return;
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }
}
