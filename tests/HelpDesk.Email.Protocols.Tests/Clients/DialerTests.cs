using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Clients;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Clients;

public sealed class DialerTests
{
    [Fact]
    public async Task A_port_where_nobody_listens_is_refused()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var exception = await FailsAsync(new MailServer("127.0.0.1", ((IPEndPoint)socket.LocalEndPoint!).Port, MailEncryption.None));
        Assert.Equal((MailFailure.ConnectionRefused, "connect", true), (exception.Failure, exception.Step, exception.IsTransient));
    }

    [Fact]
    public async Task A_name_without_an_address_is_told()
    {
        var exception = await FailsAsync(new MailServer("no-such-host.invalid", 993, MailEncryption.None));
        Assert.Equal(MailFailure.NameNotFound, exception.Failure);
        Assert.Contains("no-such-host.invalid:993", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_can_be_none_is_told() =>
        Assert.Equal(MailFailure.NameNotFound, (await FailsAsync(new MailServer(new string('a', 300), 993, MailEncryption.None))).Failure);

    private static Task<MailProtocolException> FailsAsync(MailServer server) =>
        Assert.ThrowsAsync<MailProtocolException>(async () => (await Dialer.ConnectAsync(new DnsEndPoint(server.Host, server.Port), server.Deadlines.Connect, TimeProvider.System, CancellationToken.None)).Dispose());
}
