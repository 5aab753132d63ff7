using System.Net.Sockets;

namespace HelpDesk.Email.Protocols.Wire;

/// <summary>The end of a conversation on our side.</summary>
internal static class Farewell
{
    private const int ScrapLength = 16 * 1024;

    /// <summary>Says that no more words come, and lets the other side read the last ones.</summary>
    /// <param name="socket">The connection.</param>
    /// <param name="linger">How long octets that are still under way are taken and thrown away; a socket that is closed over unread octets takes its last answer back.</param>
    /// <param name="time">The clock.</param>
    /// <param name="enough">Whether to stop earlier.</param>
    /// <param name="aborted">Cancelled when the connection is cut.</param>
    public static async ValueTask SayAsync(Socket socket, TimeSpan linger, TimeProvider time, Func<bool> enough, CancellationToken aborted)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
            if (linger <= TimeSpan.Zero)
            {
                return;
            }

            using var elapsed = new CancellationTokenSource(linger, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(elapsed.Token, aborted);
            var scrap = new byte[ScrapLength];
            while (!enough() && await socket.ReceiveAsync(scrap, either.Token).ConfigureAwait(false) > 0)
            {
            }
        }
        catch (Exception exception) when (ConnectionFaults.AreGone(exception))
        {
            // The other side went first.
        }
    }
}
