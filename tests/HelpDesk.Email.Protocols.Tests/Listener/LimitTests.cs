using System.Text;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class LimitTests
{
    [Fact]
    public async Task A_command_line_has_at_most_1024_octets()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: NOOP {new string('x', 1017)}
            S: 250 2.0.0 OK
            C: NOOP {new string('x', 1018)}
            S: 500 5.5.2 Line too long
            C: NOOP
            S: 250 2.0.0 OK
            """);
    }

    [Fact]
    public async Task After_a_line_that_is_too_long_the_next_line_is_a_line_again()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: NOOP {new string('x', 50_000)}MAIL FROM:<eve@example.test>
            C: NOOP
            C: RCPT TO:<support@help.test>
            S: 500 5.5.2 Line too long
            S: 250 2.0.0 OK
            S: 503 *
            """);
    }

    [Fact]
    public async Task A_line_without_end_is_not_read_for_ever()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        await client.SendAsync(new byte[100_000]);
        await client.PlayAsync("""
            S: 500 5.5.2 Line too long
            S: (closed)
            """);
    }

    [Fact]
    public async Task Of_10000_recipients_those_within_the_limit_get_the_mail()
    {
        await using var host = await ListenerHost.StartAsync();
        for (var i = 0; i < 10_000; i++)
        {
            host.Intake.Addresses[$"u{i}@help.test"] = i % 2 == 0 ? "support" : "sales";
        }

        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            """);
        var sending = client.SendAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"RCPT TO:<u{i}@help.test>\r\n"))));
        var answers = new List<string?>();
        for (var i = 0; i < 10_000; i++)
        {
            answers.Add(await client.ReadLineAsync());
        }

        await sending;
        Assert.All(answers.Take(100), answer => Assert.Equal("250 2.1.5 Recipient OK", answer));
        Assert.All(answers.Skip(100), answer => Assert.StartsWith("452 4.5.3 Too many recipients", answer, StringComparison.Ordinal));
        await client.PlayAsync("""
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 OK, stored as 2 mails
            """);
        Assert.Equal(100, host.Intake.Single.Recipients.Count);
        Assert.Equal(["support", "sales"], host.Intake.Single.Mailboxes);
    }

    [Fact]
    public async Task Guessing_addresses_ends_the_connection()
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, HostName = "help.test", MaxErrors = 3 });
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<a@help.test>
            C: RCPT TO:<b@help.test>
            C: RCPT TO:<c@help.test>
            C: RCPT TO:<support@help.test>
            S: 250 *
            S: 550 *
            S: 550 *
            S: 550 *
            S: 421 4.7.0 help.test saw too many errors
            S: (closed)
            """);
        Assert.Contains(host.Log.Entries, entry => entry.Id.Name == "TooManyErrors");
    }

    [Fact]
    public async Task Errors_of_all_kinds_count_together()
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, HostName = "help.test", MaxErrors = 4 });
        using var client = await host.PlayAsync("""
            C: FOO
            S: 500 *
            C~ NOOP\n
            S: 500 *
            C: MAIL FROM:<>
            S: 250 *
            C: DATA
            S: 554 *
            C: STARTTLS
            S: 502 *
            S: 421 4.7.0 help.test saw too many errors
            S: (closed)
            """);
    }

    [Fact]
    public async Task A_connection_brings_a_limited_number_of_mails()
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, HostName = "help.test", MaxMailsPerConnection = 2 });
        const string Mail = """
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<support@help.test>
            S: 250 *
            C: DATA
            S: 354 *
            C: .
            S: 250 *
            """;
        using var client = await host.PlayAsync($"""
            {Mail}
            {Mail}
            C: MAIL FROM:<ann@example.test>
            S: 421 4.7.0 help.test takes no more mails on this connection, connect again
            S: (closed)
            """);
        using var next = await host.PlayAsync(Mail);
        Assert.Equal(3, host.Intake.Accepted.Count);
    }

    [Fact]
    public async Task A_flood_of_connections_is_answered_421_and_those_inside_go_on()
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, HostName = "help.test", MaxConnections = 5 });
        var inside = new List<SmtpScript>();
        for (var i = 0; i < 5; i++)
        {
            inside.Add(await host.GreetAsync());
        }

        for (var i = 0; i < 200; i++)
        {
            using var refused = await host.ConnectAsync();
            await refused.PlayAsync("""
                S: 421 4.3.2 help.test serves too many connections, try again later
                S: (closed)
                """);
        }

        foreach (var client in inside)
        {
            await client.PlayAsync("""
                C: NOOP
                S: 250 *
                C: QUIT
                S: 221 *
                S: (closed)
                """);
            client.Dispose();
        }

        // The places of those who left are free as soon as the server saw them go.
        while (await (await host.ConnectAsync()).ReadLineAsync() is { } banner && !banner.StartsWith("220", StringComparison.Ordinal))
        {
            await Task.Yield();
        }
    }

    [Fact]
    public async Task A_hundred_clients_at_once_are_served()
    {
        await using var host = await ListenerHost.StartAsync();
        var clients = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => host.GreetAsync()));
        await Task.WhenAll(clients.Select(client => client.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: hello
            C: .
            C: QUIT
            S: 250 *
            S: 221 *
            S: (closed)
            """)));
        Assert.Equal(100, host.Intake.Accepted.Count);
    }
}
