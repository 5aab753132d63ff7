using System.Net;
using System.Net.Sockets;

namespace QuickStart;

/// <summary>Chooses ports on the loopback interface.</summary>
internal static class Ports
{
    /// <summary>The given port, which has to be free; or the usual one, or any free one.</summary>
    public static bool TryChoose(int? given, int usual, string option, out int port)
    {
        port = given ?? usual;
        if (port is >= 0 and <= 65_535 && IsFree(ref port))
        {
            return true;
        }

        if (given is not null)
        {
            Console.Error.WriteLine($"{option} {given}: the port is taken or not allowed. Give another one, or leave {option} out to have a free one chosen.");
            return false;
        }

        port = 0;
        return IsFree(ref port);
    }

    private static bool IsFree(ref int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            port = ((IPEndPoint)socket.LocalEndPoint!).Port;
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
