using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace QuickStart;

/// <summary>The ports on the loopback interface that mail and page go through.</summary>
internal sealed record Ports(int Smtp, int Http)
{
    private const int UsualSmtp = 2525;
    private const int UsualHttp = 5080;

    /// <summary>Ports that were given, which have to be free; or the usual ones, or any free ones.</summary>
    /// <returns><see langword="false"/> after the reason was told.</returns>
    public static bool TryChoose(int? smtp, int? http, [NotNullWhen(true)] out Ports? ports)
    {
        ports = null;

        // Both are held until both are known, so that nobody gets one twice.
        using var first = Open(smtp, UsualSmtp, "--smtp");
        using var second = first is null ? null : Open(http, UsualHttp, "--http");
        if (first is null || second is null)
        {
            return false;
        }

        ports = new Ports(PortOf(first), PortOf(second));
        return true;
    }

    private static TcpListener? Open(int? given, int usual, string option)
    {
        var listener = TryOpen(given ?? usual) ?? (given is null ? TryOpen(0) : null);
        if (listener is null)
        {
            Console.Error.WriteLine($"{option} {given ?? usual}: the port is taken or not allowed. Give another one, or leave {option} out to have a free one chosen.");
        }

        return listener;
    }

    private static TcpListener? TryOpen(int port)
    {
        if (port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
        {
            return null;
        }

        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }

    private static int PortOf(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;
}
