using HelpDesk.Email.Configuration;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Benchmarks.MailKit;

/// <summary>Sources and transports as a host composes them, by the built-in clients or by MailKit.</summary>
internal sealed class Clients(Action<IHelpDeskEmailBuilder> choice)
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddLogging()
        .AddHelpDeskEmail(new ConfigurationBuilder().Build().GetSection("HelpDeskEmail"), mail =>
        {
            mail.UseInMemoryStores();
            choice(mail);
        })
        .BuildServiceProvider();

    /// <summary>Receives all mails of a server, and keeps none.</summary>
    public async Task FetchAsync(int port, int expected)
    {
        await using var source = _services.GetServices<IMailboxSourceFactory>().Single(factory => factory.Kind == "Imap")
            .Create("support", new MailboxOptions { Host = "127.0.0.1", Port = port, Encryption = MailEncryption.None, UserName = "ann", Password = "secret", AfterProcessing = AfterProcessing.Leave });
        var count = 0;
        await foreach (var mail in source.ReceiveAsync(null, new ReceiveLimits(int.MaxValue, 64 << 20), CancellationToken.None))
        {
            mail.Content.Dispose();
            count++;
        }

        if (count != expected)
        {
            throw new InvalidOperationException($"{count} mails came instead of {expected}.");
        }
    }

    /// <summary>Sends mails one after the other.</summary>
    public async Task SendAsync(int port, IReadOnlyList<byte[]> mails)
    {
        await using var transport = _services.GetServices<IOutboundTransportFactory>().Single(factory => factory.Kind == "Smtp")
            .Create("default", new OutgoingAccountOptions { Host = "127.0.0.1", Port = port, Encryption = MailEncryption.None });
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
}
