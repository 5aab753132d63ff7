using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Protocols.Wire;

namespace HelpDesk.Email.Protocols.Tests.Wire;

public sealed class SocketEndsTests
{
    [Fact]
    public async Task A_connection_that_was_reset_before_it_was_taken_over_only_ends()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(listener.LocalEndpoint, TestContext.Current.CancellationToken);
        using (var other = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken))
        {
            other.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        Assert.True(SpinWait.SpinUntil(() => socket.Poll(0, SelectMode.SelectRead), TimeSpan.FromSeconds(10)));
        await using var connection = new Connection(socket, Timeout.InfiniteTimeSpan, TimeProvider.System);

        Assert.Equal(ReadStatus.Closed, await connection.ReadAsync(TimeSpan.FromSeconds(10)));
    }
}
