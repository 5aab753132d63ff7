using HelpDesk.Email.Benchmarks.Servers;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.Rows;

/// <summary>The product's sources and transports as a host composes them, against servers of ours.</summary>
internal static class ServerWork
{
    private static readonly ServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores().UseImap().UseSmtp())
        .BuildServiceProvider();

    public static ReceiveLimits All { get; } = new(int.MaxValue, 64 << 20);

    public static IMailboxSource Imap(int port) => Services.GetServices<IMailboxSourceFactory>().Single(factory => factory.Kind == "Imap")
        .Create("support", new MailboxOptions { Host = "127.0.0.1", Port = port, Encryption = MailEncryption.None, UserName = "ann", Password = "secret", AfterProcessing = AfterProcessing.Leave });

    public static IOutboundTransport Smtp(int port) => Services.GetServices<IOutboundTransportFactory>().Single(factory => factory.Kind == "Smtp")
        .Create("default", new OutgoingAccountOptions { Host = "127.0.0.1", Port = port, Encryption = MailEncryption.None });

    /// <summary>Receives all mails of a server, and keeps none.</summary>
    public static async Task<int> FetchAsync(int port)
    {
        await using var source = Imap(port);
        var count = 0;
        await foreach (var mail in source.ReceiveAsync(null, All, CancellationToken.None))
        {
            mail.Content.Dispose();
            count++;
        }

        return count;
    }

    /// <summary>Sends mails one after the other.</summary>
    public static async Task SendAsync(int port, IReadOnlyList<byte[]> mails)
    {
        await using var transport = Smtp(port);
        foreach (var octets in mails)
        {
            using var content = MailContent.FromOctets(octets);
            var result = await transport.SendAsync(new OutboundMail("<1@helpdesk.test>", "support@helpdesk.test", ["ann@example.test"], content), CancellationToken.None);
            if (result.Recipients is not [{ Status: RecipientStatus.Accepted }])
            {
                throw new InvalidOperationException($"The mail did not go out: {result.Channel?.Reason ?? result.Recipients[0].Reply}");
            }
        }
    }

    /// <summary>What the last client of a server said.</summary>
    public static ReadOnlyMemory<byte> SaidTo(StubServer server) => server.Said.ToArray();
}
