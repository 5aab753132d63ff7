using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Benchmarks.Servers;

/// <summary>The least that a client can do: says everything at once, and throws away what comes.</summary>
internal static class BareSocket
{
    /// <returns>How many octets came.</returns>
    public static async Task<long> DrainAsync(int port, ReadOnlyMemory<byte> said)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        var saying = Task.Run(async () =>
        {
            await stream.WriteAsync(said);
            client.Client.Shutdown(SocketShutdown.Send);
        });
        var buffer = new byte[64 * 1024];
        var total = 0L;
        while (await stream.ReadAsync(buffer) is > 0 and var count)
        {
            total += count;
        }

        await saying;
        return total;
    }
}
