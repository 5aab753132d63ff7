using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Servers.Tests.Servers;

/// <summary>Ports that are free on every address of the loopback interface that the servers use.</summary>
internal static class ServerPorts
{
    // Below the range that systems take the ports of clients from.
    private const int First = 12_000;
    private const int Last = 32_000;

    private static readonly HashSet<int> Given = [];

    public static int Free()
    {
        lock (Given)
        {
            while (true)
            {
                var port = Random.Shared.Next(First, Last);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    /// <summary>Whether somebody takes connections there.</summary>
    public static async Task<bool> IsOpenAsync(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
