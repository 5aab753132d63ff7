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

    [Fact]
    public void Each_way_by_a_server_is_registered_once_under_its_kind()
    {
        var builder = new Builder();
        builder.UseImap().UsePop3().UseSmtp().UseImap().UsePop3().UseSmtp();
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal(["Imap", "Pop3"], services.GetServices<IMailboxSourceFactory>().Select(factory => factory.Kind));
        Assert.Equal(["Smtp"], services.GetServices<IOutboundTransportFactory>().Select(factory => factory.Kind));
    }

    [Fact]
    public void No_two_ways_claim_one_kind()
    {
        var builder = new Builder();
        builder.UseImap().UsePop3().AddDropFolderSource().UseSmtp().AddPickupTransport();
        using var services = builder.Services.BuildServiceProvider();
        string[] sources = [.. services.GetServices<IMailboxSourceFactory>().Select(factory => factory.Kind.ToUpperInvariant())];
        string[] transports = [.. services.GetServices<IOutboundTransportFactory>().Select(factory => factory.Kind.ToUpperInvariant())];

        Assert.Equal(sources, sources.Distinct());
        Assert.Equal(transports, transports.Distinct());
    }

    [Fact]
    public void The_ways_need_nothing_that_the_host_has_not_registered()
    {
        // Neither a clock, nor a log, nor anybody who keeps secrets.
        var builder = new Builder();
        builder.UseImap().UsePop3().AddDropFolderSource().UseSmtp().AddPickupTransport();
        using var services = builder.Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.Equal(3, services.GetServices<IMailboxSourceFactory>().Count());
        Assert.Equal(2, services.GetServices<IOutboundTransportFactory>().Count());
    }

    [Theory]
    [InlineData("Imap", "UserName")]
    [InlineData("Pop3", "Host")]
    public void A_mailbox_without_a_server_is_told_by_key_and_fix(string kind, string key)
    {
        var builder = new Builder();
        builder.UseImap().UsePop3();
        using var services = builder.Services.BuildServiceProvider();
        var factory = services.GetServices<IMailboxSourceFactory>().Single(each => each.Kind == kind);

        Assert.Contains(factory.Validate(new MailboxOptions { Kind = kind }), error => error.StartsWith(key, StringComparison.Ordinal));
    }

    [Fact]
    public void An_account_without_a_server_is_told_by_key_and_fix()
    {
        var builder = new Builder();
        builder.UseSmtp();
        using var services = builder.Services.BuildServiceProvider();

        Assert.Contains(services.GetServices<IOutboundTransportFactory>().Single().Validate(new OutgoingAccountOptions()), error => error.StartsWith("Host", StringComparison.Ordinal));
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
