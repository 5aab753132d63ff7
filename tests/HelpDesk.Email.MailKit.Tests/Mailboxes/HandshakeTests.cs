using System.Net;
using System.Net.Sockets;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Smtp;
using HelpDesk.Email.Mailboxes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.MailKit.Tests.Mailboxes;

/// <summary>A host that stops while a connection is being encrypted: that is no fault of the server.</summary>
public sealed class HandshakeTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("Imap")]
    [InlineData("Pop3")]
    [InlineData("Smtp")]
    public async Task A_handshake_that_is_cancelled_is_no_failure_of_the_server(string kind)
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var check = CheckAsync(kind, ((IPEndPoint)listener.LocalEndPoint!).Port, source.Token);
        using var client = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await client.ReceiveAsync(new byte[1], TestContext.Current.CancellationToken));
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.WaitAsync(Guard, TestContext.Current.CancellationToken));
    }

    private static async Task CheckAsync(string kind, int port, CancellationToken cancellationToken)
    {
        if (kind == "Smtp")
        {
            var account = new OutgoingAccountOptions { Host = "127.0.0.1", Port = port, Encryption = MailEncryption.ImplicitTls };
            await using var transport = new MailKitSmtpTransportFactory(null, TimeProvider.System, NullLogger<MailKitSmtpTransportFactory>.Instance).Create("default", account);
            await transport.CheckAsync(cancellationToken);
            return;
        }

        var mailbox = new MailboxOptions { Kind = kind, Host = "127.0.0.1", Port = port, Encryption = MailEncryption.ImplicitTls, UserName = "ann", Password = "secret" };
        await using var mailboxSource = Sources.Of(kind).Create("support", mailbox);
        await mailboxSource.CheckAsync(cancellationToken);
    }
}
