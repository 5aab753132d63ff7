using System.Net.Sockets;
using System.Security.Authentication;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>What the platform throws when a connection ends.</summary>
internal static class ConnectionFaults
{
    /// <summary>Whether an exception only says that the connection is not there any more.</summary>
    public static bool AreGone(Exception exception) =>
        exception is IOException or SocketException or AuthenticationException or ObjectDisposedException or OperationCanceledException;
}
