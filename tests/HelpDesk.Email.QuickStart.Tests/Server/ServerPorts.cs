using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.QuickStart.Tests.Server;

/// <summary>Ports on the loopback interface that are free.</summary>
internal static class ServerPorts
{
    // Below the range that systems take the ports of clients from: a client that tries again and again while nobody listens
    // would in the end be given the very port it calls, and keep it from the server.
    private const int First = 12_000;
    private const int Last = 32_000;

    public static int Free()
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            var port = Random.Shared.Next(First, Last);
            if (TryOpen(port) is { } socket)
            {
                socket.Dispose();
                return port;
            }
        }

        throw new InvalidOperationException($"There is no free port from {First} to {Last}.");
    }

    /// <summary>Listens on a port, so that nobody else can.</summary>
    /// <returns><see langword="null"/> when somebody else does.</returns>
    public static Socket? TryOpen(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
