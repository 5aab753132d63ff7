using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Protocols.Tests.Smtp;

/// <summary>What an SMTP transport says to a server that does what it should.</summary>
public sealed class SendingTests
{
    [Fact]
    public async Task A_mail_takes_two_round_trips_and_the_connection_is_used_again()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Offered + SmtpTrial.Octets + """
            S: 250 2.0.0 queued as 1
            C: MAIL FROM:<support@helpdesk.test> SIZE=13 BODY=8BITMIME
            C: RCPT TO:<bob@example.test>
            C: DATA
            S: 250 2.1.0 ok
            S: 250 2.1.5 ok
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 2.0.0 queued as 2\nC: QUIT\nS: 221 bye\n");

        var first = Assert.Single((await trial.SendAsync()).Recipients);
        var second = Assert.Single((await trial.SendAsync(SmtpTrial.Mail(to: "bob@example.test"))).Recipients);
        await trial.Transport.DisposeAsync();
        await trial.Server.PlayedAsync();

        Assert.Equal(new RecipientResult("ann@example.test", RecipientStatus.Accepted, "2.0.0", "250 2.0.0 queued as 1"), first);
        Assert.Equal(new RecipientResult("bob@example.test", RecipientStatus.Accepted, "2.0.0", "250 2.0.0 queued as 2"), second);
    }

    [Fact]
    public async Task A_server_that_offers_nothing_is_asked_one_thing_at_a_time()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.GreetedSlowly + """
            C: MAIL FROM:<support@helpdesk.test>
            S: 250 ok
            C: RCPT TO:<ann@example.test>
            S: 250 ok
            C: RCPT TO:<bob@example.test>
            S: 550 no such user
            C: DATA
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 ok\n");

        var result = await trial.SendAsync(SmtpTrial.Mail(to: ["ann@example.test", "bob@example.test"]));

        Assert.Equal([RecipientStatus.Accepted, RecipientStatus.Rejected], result.Recipients.Select(recipient => recipient.Status));
    }

    [Fact]
    public async Task A_server_from_before_EHLO_gets_HELO()
    {
        await using var trial = SmtpTrial.Start("""
            S: 220 old
            C: EHLO *
            S: 500 what?
            C: HELO desk.example.test
            S: 250 old
            C: MAIL FROM:<support@helpdesk.test>
            S: 250 ok
            C: RCPT TO:<ann@example.test>
            S: 250 ok
            C: DATA
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 ok\n", new OutgoingAccountOptions { ClientName = "desk.example.test" });

        Assert.Equal(RecipientStatus.Accepted, Assert.Single((await trial.SendAsync()).Recipients).Status);
    }

    [Theory]
    [InlineData("PLAIN", "C: AUTH PLAIN {base64 \\0ann\\0secret}\n")]
    [InlineData("LOGIN", "C: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: {base64 ann}\nS: 334 UGFzc3dvcmQ6\nC: {base64 secret}\n")]
    public async Task A_password_goes_by_what_the_server_offers(string offered, string exchange)
    {
        await using var trial = SmtpTrial.Start($"S: 220 x\nC: EHLO *\nS: 250-x\nS: 250 AUTH={offered}\n{exchange}S: 235 2.7.0 in\nC: MAIL FROM:<support@helpdesk.test>\nS: 250 ok\nC: RCPT TO:<ann@example.test>\nS: 250 ok\nC: DATA\nS: 354 go on\n{SmtpTrial.Octets}S: 250 ok\n",
            new OutgoingAccountOptions { UserName = "ann", Password = "secret" });

        Assert.Equal(RecipientStatus.Accepted, Assert.Single((await trial.SendAsync()).Recipients).Status);
    }

    [Fact]
    public async Task A_token_is_asked_for_at_every_connect_and_a_refusal_is_told_with_the_next_question()
    {
        var secrets = new Secrets("secret1", "secret2");
        await using var trial = SmtpTrial.Start("""
            S: 220 x
            C: EHLO *
            S: 250-x
            S: 250 AUTH XOAUTH2
            C: AUTH XOAUTH2 {base64 user=ann\x01auth=Bearer secret1\x01\x01}
            S: 334 eyJzdGF0dXMiOiI0MDEifQ==
            C: 
            S: 535 5.7.3 expired
            ---
            S: 220 x
            C: EHLO *
            S: 250-x
            S: 250 AUTH OAUTHBEARER XOAUTH2
            C: AUTH OAUTHBEARER *
            S: 235 in
            C: MAIL FROM:<support@helpdesk.test>
            S: 250 ok
            C: RCPT TO:<ann@example.test>
            S: 250 ok
            C: DATA
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 ok\n", new OutgoingAccountOptions { UserName = "ann", Authentication = MailAuthentication.AccessToken }, secrets: secrets);

        var refused = await trial.SendAsync();
        var accepted = await trial.SendAsync();

        Assert.Contains("401", refused.Channel!.Reason, StringComparison.Ordinal);
        Assert.Equal(RecipientStatus.Accepted, Assert.Single(accepted.Recipients).Status);
        Assert.Equal([false, true], secrets.Refusals);
    }

    [Fact]
    public async Task Dots_are_stuffed_and_bare_line_ends_are_made_whole()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.GreetedSlowly + """
            C: MAIL FROM:<support@helpdesk.test>
            S: 250 ok
            C: RCPT TO:<ann@example.test>
            S: 250 ok
            C: DATA
            S: 354 go on
            C~ a: b\r\n\r\n..\r\n..x\r\ny\r\nz\r\n..\r\nend\r\n.\r\n
            S: 250 ok
            """);

        var result = await trial.SendAsync(SmtpTrial.Mail("a: b\r\n\r\n.\r\n.x\ny\rz\n.\nend"));

        Assert.Equal(RecipientStatus.Accepted, Assert.Single(result.Recipients).Status);
    }

    [Fact]
    public async Task Addresses_beyond_ASCII_need_a_server_that_offers_SMTPUTF8()
    {
        await using var trial = SmtpTrial.Start("""
            S: 220 x
            C: EHLO *
            S: 250-x
            S: 250 SMTPUTF8
            C: MAIL FROM:<support@helpdesk.test> SMTPUTF8
            S: 250 ok
            C: RCPT TO:<jörg@example.test>
            S: 250 ok
            C: DATA
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 ok\n");
        await using var old = SmtpTrial.Start(SmtpTrial.GreetedSlowly);

        var taken = Assert.Single((await trial.SendAsync(SmtpTrial.Mail(to: "jörg@example.test"))).Recipients);
        var refused = Assert.Single((await old.SendAsync(SmtpTrial.Mail(to: "jörg@example.test"))).Recipients);

        Assert.Equal(RecipientStatus.Accepted, taken.Status);
        Assert.Equal((RecipientStatus.Rejected, "5.6.7"), (refused.Status, refused.EnhancedStatusCode));
    }

    [Fact]
    public async Task A_mail_that_the_server_finds_too_long_is_not_sent()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Greeted);

        var refused = Assert.Single((await trial.SendAsync(SmtpTrial.Mail(new string('a', 1001)))).Recipients);

        Assert.Equal((RecipientStatus.Rejected, "5.3.4"), (refused.Status, refused.EnhancedStatusCode));
    }

    [Fact]
    public async Task An_address_that_would_say_more_than_itself_is_refused_here()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Offered + SmtpTrial.Octets + "S: 250 ok\n");

        var result = await trial.SendAsync(SmtpTrial.Mail(to: ["eve@example.test>\r\nDATA", "ann@example.test"]));

        Assert.Equal([RecipientStatus.Rejected, RecipientStatus.Accepted], result.Recipients.Select(recipient => recipient.Status));
    }

    [Fact]
    public async Task A_connection_that_was_idle_is_let_go()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Offered + SmtpTrial.Octets + "S: 250 ok\nC: QUIT\nS: 221 bye\n");
        await trial.SendAsync();

        trial.Time.Advance(TimeSpan.FromSeconds(20));

        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_check_logs_in_and_sends_nothing()
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Greeted + """
            C: AUTH PLAIN {base64 \0ann\0secret}
            S: 235 in
            C: NOOP
            S: 250 ok
            C: QUIT
            S: 221 bye
            """, new OutgoingAccountOptions { UserName = "ann", Password = "secret" });

        var report = await trial.Transport.CheckAsync(CancellationToken.None);

        Assert.True(report.Succeeded, report.Message);
        Assert.Contains("logged in", report.Message, StringComparison.Ordinal);
        await trial.Server.PlayedAsync();
    }

    private sealed class Secrets(params string[] secrets) : ICredentialProvider
    {
        private readonly Queue<string> _secrets = new(secrets);

        public List<bool> Refusals { get; } = [];

        public ValueTask<string?> GetSecretAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            Refusals.Add(request.WasRefused);
            return ValueTask.FromResult<string?>(_secrets.Dequeue());
        }
    }
}
