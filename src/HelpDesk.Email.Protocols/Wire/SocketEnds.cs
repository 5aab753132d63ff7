using System.Net;
using System.Net.Sockets;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>Takes over a connected socket, which the other side may have reset already.</summary>
internal static class SocketEnds
{
    /// <summary>Lets small writes leave at once, and says who is at which end; <see langword="null"/> where that is not known any more.</summary>
    /// <remarks>That the connection is gone shows with the first read, as it does at any later time.</remarks>
    public static (EndPoint? Local, EndPoint? Remote) Prepare(Socket socket)
    {
        try
        {
            socket.NoDelay = true;
            return (socket.LocalEndPoint, socket.RemoteEndPoint);
        }
        catch (Exception exception) when (ConnectionFaults.AreGone(exception))
        {
            return (null, null);
        }
    }
}
