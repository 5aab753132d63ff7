using System.Net;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Protocols.Listener;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_named_with_its_key_and_the_fix()
    {
        await using var first = await ListenerHost.StartAsync();
        var port = ((IPEndPoint)first.Listener.EndPoint!).Port;
        var taken = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => ListenerHost.StartAsync(new SmtpListenerOptions { Port = port }));
        Assert.Equal($"SmtpListener:Port is {port}, and another program listens there. Stop it, or set another port; 0 lets the system choose one.", taken.Message);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_unless_told_otherwise()
    {
        Assert.Equal("127.0.0.1", new SmtpListenerOptions().Address);
        await using var host = await ListenerHost.StartAsync();
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)host.Listener.EndPoint!).Address);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id.Name == "Exposed");
    }

    [Theory]
    [InlineData("localhost", "127.0.0.1", false)]
    [InlineData("0.0.0.0", "0.0.0.0", true)]
    public async Task Another_address_must_be_set_and_is_told_to_the_log(string address, string listensOn, bool exposed)
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, Address = address });
        Assert.Equal(listensOn, ((IPEndPoint)host.Listener.EndPoint!).Address.ToString());
        Assert.Equal(exposed, host.Log.Entries.Any(entry => entry.Id.Name == "Exposed"));
    }

    public static TheoryData<string, SmtpListenerOptions> WrongOptions => new()
    {
        { "SmtpListener:Port ", new SmtpListenerOptions { Port = 65_536 } },
        { "SmtpListener:Port ", new SmtpListenerOptions { Port = -1 } },
        { "SmtpListener:Address ", new SmtpListenerOptions { Port = 0, Address = "mail.example.test" } },
        { "SmtpListener:Address ", new SmtpListenerOptions { Port = 0, Address = "192.0.2.77" } },
        { "SmtpListener:HostName ", new SmtpListenerOptions { Port = 0, HostName = "help.test\r\nevil" } },
        { "SmtpListener:HostName ", new SmtpListenerOptions { Port = 0, HostName = "" } },
        { "SmtpListener:MaxConnections ", new SmtpListenerOptions { Port = 0, MaxConnections = 0 } },
        { "SmtpListener:MaxRecipients ", new SmtpListenerOptions { Port = 0, MaxRecipients = 1_001 } },
        { "SmtpListener:MaxMailsPerConnection ", new SmtpListenerOptions { Port = 0, MaxMailsPerConnection = 0 } },
        { "SmtpListener:MaxErrors ", new SmtpListenerOptions { Port = 0, MaxErrors = 0 } },
        { "SmtpListener:IdleTimeout ", new SmtpListenerOptions { Port = 0, IdleTimeout = TimeSpan.Zero } },
    };

    [Theory]
    [MemberData(nameof(WrongOptions), DisableDiscoveryEnumeration = true)]
    public async Task A_setting_that_is_wrong_is_named_with_its_key(string key, SmtpListenerOptions options)
    {
        var wrong = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => ListenerHost.StartAsync(options));
        Assert.StartsWith(key, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_has_no_end_point_before_it_was_started_and_after_it_was_stopped()
    {
        var listener = new SmtpListener(ListenerHost.Options, new LimitsOptions(), TimeProvider.System, NullLogger<SmtpListener>.Instance);
        Assert.Null(listener.EndPoint);
        await listener.StopAsync(CancellationToken.None);
        await listener.StartAsync(new FakeIntake(), CancellationToken.None);
        Assert.NotNull(listener.EndPoint);
        await listener.DisposeAsync();
        Assert.Null(listener.EndPoint);
    }

    [Fact]
    public async Task It_can_be_started_again_but_not_twice()
    {
        await using var host = await ListenerHost.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.Listener.StartAsync(host.Intake, CancellationToken.None));
        await host.Listener.StopAsync(CancellationToken.None);
        await host.Listener.StopAsync(CancellationToken.None);
        await host.Listener.StartAsync(host.Intake, CancellationToken.None);
        using var client = await host.GreetAsync();
    }

    [Fact]
    public async Task The_port_is_free_at_once_after_a_stop()
    {
        await using var host = await ListenerHost.StartAsync();
        var port = ((IPEndPoint)host.Listener.EndPoint!).Port;
        using var client = await host.GreetAsync();
        await host.Listener.StopAsync(CancellationToken.None);
        await using var next = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = port, HostName = "help.test" });
        using var again = await next.GreetAsync();
    }

    [Fact]
    public async Task New_limits_count_from_the_next_connection_on_and_wrong_ones_change_nothing()
    {
        var limits = new LimitsOptions { MaxMailOctets = 1_000 };
        await using var listener = new SmtpListener(() => (ListenerHost.Options, limits), TimeProvider.System, NullLogger<SmtpListener>.Instance);
        await listener.StartAsync(new FakeIntake(), CancellationToken.None);
        foreach (var (set, announced) in new[] { (2_000, 2_000), (0, 2_000), (3_000, 3_000) })
        {
            limits = new LimitsOptions { MaxMailOctets = set };
            using var client = await SmtpScript.ConnectAsync(listener.EndPoint!);
            await client.PlayAsync($"""
                S: 220 *
                C: EHLO client.test
                S: 250-help.test
                S: 250-SIZE {announced}
                """);
        }
    }
}
