namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_mail_is_taken_for_the_mailbox_that_its_recipient_reaches()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("""
            S: 220 help.test ESMTP HelpDesk.Email
            C: EHLO client.test
            S: 250-help.test
            S: 250-SIZE 26214400
            S: 250-8BITMIME
            S: 250-SMTPUTF8
            S: 250-PIPELINING
            S: 250 ENHANCEDSTATUSCODES
            C: MAIL FROM:<ann@example.test>
            S: 250 2.1.0 Sender OK
            C: RCPT TO:<support@help.test>
            S: 250 2.1.5 Recipient OK
            C: DATA
            S: 354 Send the mail, end with <CR><LF>.<CR><LF>
            C: Subject: The printer
            C:
            C: It is on fire.
            C: .
            S: 250 2.0.0 OK, stored as 1
            C: QUIT
            S: 221 2.0.0 help.test says goodbye
            S: (closed)
            """);
        var mail = host.Intake.Single;
        Assert.Equal(["support"], mail.Mailboxes);
        Assert.Equal("ann@example.test", mail.ReversePath);
        Assert.Equal(["support@help.test"], mail.Recipients);
        Assert.Equal("Subject: The printer\r\n\r\nIt is on fire.\r\n", mail.Text);
    }

    [Fact]
    public async Task An_old_client_says_HELO()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("""
            S: 220 *
            C: HELO client.test
            S: 250 help.test
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<support@help.test>
            S: 250 *
            C: DATA
            S: 354 *
            C: .
            S: 250 *
            """);
        Assert.Empty(host.Intake.Single.Octets);
    }

    [Fact]
    public async Task Nothing_is_relayed()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<support@help.test>
            S: 250 2.1.0 Sender OK
            C: RCPT TO:<somebody@elsewhere.test>
            S: 550 5.1.1 No such mailbox here
            C: RCPT TO:<@help.test:somebody@elsewhere.test>
            S: 550 5.1.1 No such mailbox here
            C: RCPT TO:<somebody%elsewhere.test@help.test>
            S: 550 5.1.1 No such mailbox here
            C: RCPT TO:<elsewhere.test!somebody@help.test>
            S: 550 5.1.1 No such mailbox here
            C: DATA
            S: 554 5.5.1 No valid recipients
            """);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task Commands_in_the_wrong_order_are_refused()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("""
            S: 220 *
            C: MAIL FROM:<ann@example.test>
            S: 503 5.5.1 Send EHLO first
            C: RCPT TO:<support@help.test>
            S: 503 5.5.1 Send EHLO first
            C: DATA
            S: 503 5.5.1 Send EHLO first
            C: RSET
            S: 250 2.0.0 OK
            C: MAIL FROM:<ann@example.test>
            S: 503 5.5.1 Send EHLO first
            C: HELO client.test
            S: 250 help.test
            C: RCPT TO:<support@help.test>
            S: 503 5.5.1 Send MAIL first
            C: DATA
            S: 503 5.5.1 Send MAIL first
            C: MAIL FROM:<ann@example.test>
            S: 250 2.1.0 Sender OK
            C: MAIL FROM:<bob@example.test>
            S: 503 5.5.1 A mail is begun already, send RSET to drop it
            """);
    }

    [Theory]
    [InlineData("RSET", "250 2.0.0 OK")]
    [InlineData("HELO again.test", "250 help.test")]
    public async Task A_mail_that_is_begun_can_be_dropped(string command, string answer)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<support@help.test>
            S: 250 *
            C: {command}
            S: {answer}
            C: DATA
            S: 503 5.5.1 Send MAIL first
            C: MAIL FROM:<bob@example.test>
            S: 250 *
            C: RCPT TO:<sales@help.test>
            S: 250 *
            C: DATA
            S: 354 *
            C: .
            S: 250 *
            """);
        Assert.Equal("bob@example.test", host.Intake.Single.ReversePath);
        Assert.Equal(["sales"], host.Intake.Single.Mailboxes);
    }

    [Fact]
    public async Task Small_questions_are_answered_at_any_time()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("""
            S: 220 *
            C: NOOP
            S: 250 2.0.0 OK
            C: noop are you there
            S: 250 2.0.0 OK
            C: VRFY ann
            S: 252 2.5.2 Send mail to it and see
            C: HELP
            S: 214-2.0.0 EHLO HELO MAIL RCPT DATA RSET NOOP QUIT VRFY HELP
            S: 214 2.0.0 Mail for *
            C: help data
            S: 214-*
            S: 214 *
            C: quit
            S: 221 2.0.0 help.test says goodbye
            S: (closed)
            """);
    }

    [Theory]
    [InlineData("FOO", "500 5.5.2 Command not recognized")]
    [InlineData("", "500 5.5.2 Command not recognized")]
    [InlineData(" NOOP", "500 5.5.2 Command not recognized")]
    [InlineData("NOOPS", "500 5.5.2 Command not recognized")]
    [InlineData("EHLO", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("HELO ", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("VRFY", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("RSET now", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("DATA now", "501 5.5.4 Syntax error in the arguments")]
    [InlineData("EXPN staff", "502 5.5.1 Command not offered")]
    [InlineData("STARTTLS", "502 5.5.1 Command not offered")]
    [InlineData("AUTH PLAIN AGEAYg==", "502 5.5.1 Command not offered")]
    [InlineData("BDAT 5 LAST", "502 5.5.1 Command not offered")]
    public async Task A_command_that_is_not_understood_is_refused_and_the_next_one_works(string command, string answer)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            C: {command}
            S: {answer}
            C: NOOP
            S: 250 2.0.0 OK
            """);
    }

    [Theory]
    [InlineData("C~ NOOP\\n", "500 5.5.2 A line ends with <CR><LF>")]
    [InlineData("C~ \\n", "500 5.5.2 A line ends with <CR><LF>")]
    [InlineData("C~ NO\\rOP\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    [InlineData("C~ NOOP\\r\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    [InlineData("C~ NOOP\\0\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    [InlineData("C~ NOOP\\tx\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    [InlineData("C~ NOOP \\xFF\\xFE\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    [InlineData("C~ NOOP \\xC0\\xAF\\r\\n", "500 5.5.2 A command is UTF-8 text without control characters")]
    public async Task Octets_that_are_no_command_line_are_refused_and_the_next_line_works(string sent, string answer)
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync($"""
            {sent}
            S: {answer}
            C: NOOP
            S: 250 2.0.0 OK
            """);
    }

    [Fact]
    public async Task A_browser_that_a_web_page_sent_here_is_hung_up_on()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("""
            S: 220 *
            C: POST / HTTP/1.1
            C: Host: 127.0.0.1:2525
            C:
            C: EHLO evil.test
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            C: .
            S: 421 4.7.0 help.test speaks SMTP
            S: (closed)
            """);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task A_mail_to_several_addresses_of_one_mailbox_is_given_to_it_once()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<support@help.test>
            S: 250 *
            C: RCPT TO:<help@help.test>
            S: 250 *
            C: RCPT TO:<SUPPORT@help.test>
            S: 250 *
            C: RCPT TO:<nobody@help.test>
            S: 550 *
            C: RCPT TO:<sales@help.test>
            S: 250 *
            C: DATA
            S: 354 *
            C: .
            S: 250 2.0.0 OK, stored as 2 mails
            """);
        Assert.Equal(["support", "sales"], host.Intake.Single.Mailboxes);
        Assert.Equal(["support@help.test", "help@help.test", "sales@help.test"], host.Intake.Single.Recipients);
    }

    [Fact]
    public async Task A_failing_lookup_is_a_reason_to_try_again_later()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<broken@help.test>
            S: 451 4.3.0 The mail could not be stored, try again later
            C: RCPT TO:<support@help.test>
            S: 250 2.1.5 Recipient OK
            """);
        Assert.Contains(host.Log.Entries, entry => entry.Id.Name == "LookupFailed");
    }

    [Fact]
    public async Task Addresses_stay_out_of_the_log_above_Debug()
    {
        await using var host = await ListenerHost.StartAsync();
        host.Intake.BeforeAccept = (request, _) => host.Intake.Accepted.IsEmpty ? ValueTask.CompletedTask : throw new IOException("The disk is full.");
        using var client = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test> SIZE=99999999999
            S: 552 *
            C: MAIL FROM:<ann@example.test>
            S: 250 *
            C: RCPT TO:<nobody@help.test>
            S: 550 *
            C: RCPT TO:<broken@help.test>
            S: 451 *
            C: RCPT TO:<support@help.test>
            S: 250 *
            C: DATA
            S: 354 *
            C: Subject: ann@example.test
            C: .
            S: 250 *
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: .
            S: 451 *
            """);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Level > Microsoft.Extensions.Logging.LogLevel.Debug && entry.Text.Contains('@', StringComparison.Ordinal));
        Assert.All(host.Log.Entries, entry => Assert.InRange(entry.Id.Id, 5001, 5099));
    }
}
