using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.PostgreSql.Tests.Proxies;

/// <summary>One connection through the proxy.</summary>
internal sealed class TurnLine(TurnProxy proxy, Socket client) : IDisposable
{
    // DataRow, of no columns.
    private static readonly byte[] Row = [(byte)'D', 0, 0, 0, 6, 0, 0];

    private readonly Socket _server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly Turns _turns = new();
    private volatile bool _isLost;

    public async Task RunAsync(int port)
    {
        try
        {
            client.NoDelay = true;
            await _server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            await Task.WhenAll(PumpAsync(client, _server, OnAsked), PumpAsync(_server, client, OnAnswered));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    public void Cut()
    {
        client.Close();
        _server.Close();
    }

    private bool OnAsked(ReadOnlyMemory<byte> piece)
    {
        var begun = _turns.Ask(piece.Span);
        _isLost |= proxy.OnAsked(piece.Span, begun);
        return true;
    }

    private bool OnAnswered(ReadOnlyMemory<byte> piece)
    {
        // What was to be committed is, once all is answered.
        var isAnswered = _turns.Answer(piece.Span);
        if (!_isLost || !isAnswered)
        {
            return !_isLost;
        }

        proxy.OnLost();
        if (proxy.Confuses)
        {
            _isLost = false;
            client.Send(WithRow(piece.Span));
            return false;
        }

        Cut();
        return false;
    }

    // n: the statement gives no rows.
    private static byte[] WithRow(ReadOnlySpan<byte> answer)
    {
        var at = 0;
        while (answer[at] != (byte)'n')
        {
            at += 1 + BinaryPrimitives.ReadInt32BigEndian(answer[(at + 1)..]);
        }

        return [.. answer[..(at + 5)], .. Row, .. answer[(at + 5)..]];
    }

    private async Task PumpAsync(Socket from, Socket to, Func<ReadOnlyMemory<byte>, bool> passes)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                if (passes(buffer.AsMemory(0, count)))
                {
                    await to.SendAsync(buffer.AsMemory(0, count));
                }
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            Cut();
        }
    }
}
