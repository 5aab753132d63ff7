using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Clients;

/// <summary>Finds the address of a server and connects to it.</summary>
internal static class Dialer
{
    /// <summary>Connects; every address of the name is tried, in the order of the name service.</summary>
    /// <param name="server">Where to.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The connected socket.</returns>
    /// <exception cref="MailProtocolException">The name has no address, or no address answers; it says which.</exception>
    public static async ValueTask<Socket> ConnectAsync(DnsEndPoint server, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var addresses = await ResolveAsync(server, either.Token).ConfigureAwait(false);
            return await ConnectAsync(server, addresses, limit, time, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(server, MailFailure.TimedOut, $"no answer within {limit.TotalSeconds:0.###} s; a firewall may be in the way", exception);
        }
    }

    private static async ValueTask<IPAddress[]> ResolveAsync(DnsEndPoint server, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(server.Host, out var literal))
        {
            return [literal];
        }

        try
        {
            // The look-up itself listens to a token only on some platforms.
            var addresses = await Dns.GetHostAddressesAsync(server.Host, cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false);
            return addresses.Length > 0 ? addresses : throw Failure(server, MailFailure.NameNotFound, "the name has no address", null);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            var forNow = exception is SocketException { SocketErrorCode: SocketError.TryAgain };
            throw Failure(server, MailFailure.NameNotFound, forNow ? "the name service gave no answer" : "the name has no address", exception);
        }
    }

    private static async ValueTask<Socket> ConnectAsync(DnsEndPoint server, IPAddress[] addresses, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        Exception? last = null;
        foreach (var address in addresses)
        {
            // One address that swallows everything leaves time for the others.
            using var share = new CancellationTokenSource(limit / addresses.Length, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(share.Token, cancellationToken);
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, server.Port), either.Token).ConfigureAwait(false);
                return socket;
            }
            catch (Exception exception) when (exception is SocketException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                socket.Dispose();

                // A refusal says more than a network that this machine does not have, which is what IPv6 often is.
                last = last is SocketException { SocketErrorCode: SocketError.ConnectionRefused } ? last : exception;
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        throw last is SocketException said
            ? Explain(server, said)
            : Failure(server, MailFailure.TimedOut, $"no answer within {limit.TotalSeconds:0.###} s; a firewall may be in the way", last);
    }

    private static MailProtocolException Explain(DnsEndPoint server, SocketException exception) => exception.SocketErrorCode switch
    {
        SocketError.ConnectionRefused => Failure(server, MailFailure.ConnectionRefused, "the machine answers, and nobody listens at this port", exception),
        SocketError.TimedOut => Failure(server, MailFailure.TimedOut, "no answer; a firewall may be in the way", exception),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown or SocketError.AddressFamilyNotSupported =>
            Failure(server, MailFailure.Unreachable, "no way leads to the machine", exception),
        var code => Failure(server, MailFailure.ConnectionLost, $"the connection failed ({code})", exception),
    };

    private static MailProtocolException Failure(DnsEndPoint server, MailFailure failure, string reason, Exception? cause) =>
        new(failure, $"Can't connect to {ServerName.Of(server.Host, server.Port)}: {reason}.", cause) { Server = ServerName.Of(server.Host, server.Port), Step = "connect" };
}
