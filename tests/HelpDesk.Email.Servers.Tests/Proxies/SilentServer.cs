using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Servers.Tests.Proxies;

/// <summary>Takes every connection and never says a word.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SilentServer()
    {
        // The system itself takes connections until somebody asks for them, and nobody does.
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose() => _listener.Dispose();
}
