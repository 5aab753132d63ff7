using System.Text;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class OctetTests
{
    private const string Begin = """
        C: MAIL FROM:<ann@example.test>
        S: 250 *
        C: RCPT TO:<support@help.test>
        S: 250 *
        C: DATA
        S: 354 *
        """;

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    [InlineData("\r\r\n")]
    [InlineData("\n\r\n")]
    [InlineData("Subject: x\r\n\r\n.\n..\r\n")]
    [InlineData("a\rb\nc\r\n")]
    [InlineData("\0\u0001\u007F\u0080\u00FF\r\n")]
    [InlineData(".\r\n..\r\n...\r\n")]
    [InlineData("no line end before the dot\r\n")]
    public async Task The_octets_of_a_mail_are_kept_as_they_were_sent(string mail)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync(Begin);
        await client.SendAsync(Encoding.Latin1.GetBytes(Stuffed(mail)));
        await client.PlayAsync("S: 250 2.0.0 OK, stored as 1");
        Assert.Equal(mail, host.Intake.Single.Text);
    }

    [Fact]
    public async Task A_line_may_be_of_any_length()
    {
        var mail = new string('x', 300_000) + "\r\n";
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync(Begin);
        await client.SendAsync(Encoding.Latin1.GetBytes(mail + ".\r\n"));
        await client.PlayAsync("S: 250 *");
        Assert.Equal(mail, host.Intake.Single.Text);
    }

    [Fact]
    public async Task Random_octets_get_an_answer_and_the_next_mail_flows()
    {
        var random = new Random(20261121);
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        for (var i = 0; i < 50; i++)
        {
            var octets = new byte[random.Next(5_000)];
            random.NextBytes(octets);
            var mail = Encoding.Latin1.GetString(octets) + "\r\n";
            await client.PlayAsync(Begin);
            await client.SendAsync(Encoding.Latin1.GetBytes(Stuffed(mail)));
            await client.PlayAsync("S: 250 *");
            Assert.True(host.Intake.Accepted.TryDequeue(out var accepted));
            Assert.Equal(mail, accepted.Text);
        }
    }

    [Fact]
    public async Task Random_octets_as_commands_do_no_harm()
    {
        var random = new Random(20261121);
        await using var host = await ListenerHost.StartAsync();
        for (var i = 0; i < 20; i++)
        {
            var octets = new byte[20_000];
            random.NextBytes(octets);
            using var client = await host.ConnectAsync();
            await client.SendAsync(octets);
            client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
            while (await client.ReadLineAsync() is { } line)
            {
                Assert.Matches("^(220|421|5[0-9][0-9])[ -]", line);
            }
        }

        using var next = await host.PlayAsync("""
            C: NOOP
            S: 250 *
            """);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Id.Name == "Failed");
    }

    [Fact]
    public async Task A_conversation_that_comes_octet_by_octet_is_the_same_conversation()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        await client.TrickleAsync("MAIL FROM:<ann@example.test>\r\nRCPT TO:<support@help.test>\r\n");
        await client.PlayAsync("""
            S: 250 2.1.0 Sender OK
            S: 250 2.1.5 Recipient OK
            """);
        await client.TrickleAsync("DATA\r\n");
        await client.PlayAsync("S: 354 *");
        await client.TrickleAsync("Subject: x\r\n\r\n..\r\na.\r\n\r.\r\n.\r\nQUIT\r\n");
        await client.PlayAsync("""
            S: 250 2.0.0 OK, stored as 1
            S: 221 *
            S: (closed)
            """);
        Assert.Equal("Subject: x\r\n\r\n.\r\na.\r\n\r.\r\n", host.Intake.Single.Text);
    }

    [Fact]
    public async Task A_mail_above_a_megabyte_is_spooled_to_a_file_that_goes_away()
    {
        var mail = Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 998) + "\r\n", 3_000)));
        using var spool = new Folder();
        await using var host = await ListenerHost.StartAsync(spool: spool);
        using var client = await host.PlayAsync(Begin);
        await client.SendAsync(mail);
        await client.PlayAsync("""
            C: .
            S: 250 *
            """);
        Assert.Equal(mail, host.Intake.Single.Octets);
        Assert.False(host.Intake.Single.InMemory);
        Assert.Empty(spool.Names);
    }

    // https://sec-consult.com/blog/detail/smtp-smuggling-spoofing-e-mails-worldwide/ lists what servers took for an end.
    [Theory]
    [InlineData("\n.\n")]
    [InlineData("\n.\r\n")]
    [InlineData("\r\n.\n")]
    [InlineData("\r.\r")]
    [InlineData("\r\n.\r")]
    [InlineData("\r.\r\n")]
    [InlineData("\r\n\0.\r\n")]
    [InlineData("\r\n.\0\r\n")]
    [InlineData("\r\n. \r\n")]
    [InlineData("\r\r\n.\r\r\n")]
    public async Task CVE_2023_51764_nothing_but_a_dot_between_two_real_line_ends_ends_a_mail(string notTheEnd)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync(Begin);
        await client.SendAsync(Encoding.Latin1.GetBytes(
            $"Subject: outer\r\n\r\nbody{notTheEnd}MAIL FROM:<admin@help.test>\r\nRCPT TO:<sales@help.test>\r\nDATA\r\nSubject: smuggled\r\n\r\n.\r\n"));
        await client.PlayAsync("""
            S: 250 2.0.0 OK, stored as 1
            C: QUIT
            S: 221 *
            """);
        var mail = host.Intake.Single;
        Assert.Equal(["support"], mail.Mailboxes);
        Assert.EndsWith("Subject: smuggled\r\n\r\n", mail.Text, StringComparison.Ordinal);
    }

    private static string Stuffed(string mail) =>
        ("\r\n" + mail).Replace("\r\n.", "\r\n..", StringComparison.Ordinal)[2..] + ".\r\n";
}
