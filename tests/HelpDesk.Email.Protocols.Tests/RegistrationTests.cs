using HelpDesk.Email.Configuration;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Listener;
using HelpDesk.Email.Protocols.Tests.Listener;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Protocols.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task The_listener_takes_its_settings_from_the_options()
    {
        var builder = new Builder();
        builder.Services.AddSingleton<IOptionsMonitor<HelpDeskEmailOptions>>(new FixedOptions(new HelpDeskEmailOptions
        {
            SmtpListener = new SmtpListenerOptions { Port = 0, HostName = "options.test" },
            Limits = new LimitsOptions { MaxMailOctets = 12_345 },
        }));
        builder.UseSmtpListener().UseSmtpListener();
        await using var services = builder.Services.BuildServiceProvider();
        var listener = Assert.Single(services.GetServices<IMailListener>());
        Assert.IsType<SmtpListener>(listener);
        await listener.StartAsync(new FakeIntake(), CancellationToken.None);
        using var client = await SmtpScript.ConnectAsync(listener.EndPoint!);
        await client.PlayAsync("""
            S: 220 options.test ESMTP HelpDesk.Email
            C: EHLO client.test
            S: 250-options.test
            S: 250-SIZE 12345
            """);
    }

    [Fact]
    public void The_folders_are_found_by_their_kind_and_registered_once()
    {
        var builder = new Builder();
        builder.AddPickupTransport().AddPickupTransport().AddDropFolderSource().AddDropFolderSource();
        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal("Pickup", Assert.Single(services.GetServices<IOutboundTransportFactory>()).Kind);
        Assert.Equal("DropFolder", Assert.Single(services.GetServices<IMailboxSourceFactory>()).Kind);
    }

    private sealed class Builder : IHelpDeskEmailBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public InboundPipeline Pipeline { get; } = new();
    }

    private sealed class FixedOptions(HelpDeskEmailOptions value) : IOptionsMonitor<HelpDeskEmailOptions>
    {
        public HelpDeskEmailOptions CurrentValue => value;

        public HelpDeskEmailOptions Get(string? name) => value;

        public IDisposable? OnChange(Action<HelpDeskEmailOptions, string?> listener) => null;
    }
}
