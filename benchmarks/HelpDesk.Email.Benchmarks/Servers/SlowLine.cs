using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>A way to a server on which every octet is half of a round-trip time under way, in either direction; as wide as it likes.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _port;
    private readonly TimeSpan _oneWay;
    private readonly Task _serving;

    public SlowLine(int port, TimeSpan roundTrip)
    {
        _port = port;
        _oneWay = roundTrip / 2;
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _port);
            client.NoDelay = server.NoDelay = true;
            var there = CarryAsync(client.GetStream(), server.GetStream());
            var back = CarryAsync(server.GetStream(), client.GetStream());
            await Task.WhenAny(there, back);
        }
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to)
    {
        var underWay = Channel.CreateUnbounded<(long Due, byte[] Octets)>();
        var arriving = ArriveAsync(underWay.Reader, to);
        var buffer = new byte[256 * 1024];
        try
        {
            while (await from.ReadAsync(buffer) is > 0 and var count)
            {
                underWay.Writer.TryWrite((Stopwatch.GetTimestamp() + (long)(_oneWay.TotalSeconds * Stopwatch.Frequency), buffer[..count]));
            }
        }
        catch (IOException)
        {
            // One end went.
        }

        underWay.Writer.Complete();
        await arriving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task ArriveAsync(ChannelReader<(long Due, byte[] Octets)> underWay, NetworkStream to)
    {
        await foreach (var (due, octets) in underWay.ReadAllAsync())
        {
            var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
            if (left > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(left);
            }

            await to.WriteAsync(octets);
        }
    }
}
