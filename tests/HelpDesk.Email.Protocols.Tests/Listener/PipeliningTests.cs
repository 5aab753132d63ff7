namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class PipeliningTests
{
    [Fact]
    public async Task Commands_in_one_segment_are_answered_in_order()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<nobody@help.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 2.1.0 Sender OK
            S: 550 5.1.1 No such mailbox here
            S: 250 2.1.5 Recipient OK
            S: 354 *
            C: one
            C: .
            C: MAIL FROM:<bob@example.test>
            C: RCPT TO:<sales@help.test>
            C: DATA
            S: 250 2.0.0 OK, stored as 1
            S: 250 2.1.0 Sender OK
            S: 250 2.1.5 Recipient OK
            S: 354 *
            C: two
            C: .
            C: QUIT
            S: 250 2.0.0 OK, stored as 2
            S: 221 *
            S: (closed)
            """);
        Assert.Equal(["one\r\n", "two\r\n"], host.Intake.Accepted.Select(mail => mail.Text));
    }

    [Fact]
    public async Task The_answers_to_one_segment_leave_together()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        await client.PlayAsync(string.Join('\n', Enumerable.Repeat("C: NOOP", 100)));
        var received = new byte[100 * "250 2.0.0 OK\r\n".Length];
        Assert.Equal(received.Length, await client.Socket.ReceiveAsync(received));
    }

    [Fact]
    public async Task A_mail_that_is_sent_without_waiting_for_354_is_a_mail_all_the_same()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            C: MAIL FROM:<eve@example.test>
            C: .
            C: QUIT
            S: 250 *
            S: 250 *
            S: 354 *
            S: 250 2.0.0 OK, stored as 1
            S: 221 *
            S: (closed)
            """);
        Assert.Equal("MAIL FROM:<eve@example.test>\r\n", host.Intake.Single.Text);
    }

    [Fact]
    public async Task A_mail_that_is_sent_without_waiting_for_a_refusal_is_never_taken_for_commands()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<nobody@help.test>
            C: DATA
            C: RSET
            C: MAIL FROM:<eve@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            C: .
            S: 250 *
            S: 550 *
            S: 421 4.7.0 help.test saw input before the answer to DATA
            S: (closed)
            """);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task A_client_that_waits_for_the_refusal_of_DATA_goes_on()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<nobody@help.test>
            C: DATA
            S: 250 *
            S: 550 *
            S: 554 5.5.1 No valid recipients
            C: RSET
            S: 250 *
            """);
    }

    [Fact]
    public async Task A_client_that_closes_its_side_still_gets_its_answers()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        await client.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            C: hello
            C: .
            C: NO LINE E
            C~ ND
            """);
        client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        await client.PlayAsync("""
            S: 250 *
            S: 250 *
            S: 354 *
            S: 250 2.0.0 OK, stored as 1
            S: 500 *
            S: (closed)
            """);
    }

    [Fact]
    public async Task A_mail_whose_connection_ends_before_its_dot_is_no_mail()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: half a mail
            """);
        client.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Send);
        await client.PlayAsync("S: (closed)");
        Assert.Empty(host.Intake.Accepted);
    }
}
