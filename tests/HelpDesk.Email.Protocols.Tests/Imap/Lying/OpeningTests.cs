using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;
using static HelpDesk.Email.Protocols.Tests.Imap.Lying.LyingTrial;

namespace HelpDesk.Email.Protocols.Tests.Imap.Lying;

/// <summary>Servers that lie before anybody is logged in.</summary>
public sealed class OpeningTests
{
    [Theory]
    [InlineData("silence")]
    [InlineData("S~ * OK rea\nsilence")]
    [InlineData("S~ * OK ready\\r\nsilence")]
    [InlineData("S: * OK ready\nC: {tag} CAPABILITY\nsilence")]
    [InlineData("S: * OK ready\nC: {tag} CAPABILITY\nS: * CAPABILITY IMAP4rev1\nsilence")]
    public async Task A_server_that_falls_silent_at_its_greeting_meets_the_deadline(string transcript)
    {
        await using var trial = ImapTrial.Start(transcript);
        await trial.TimesOutAsync(() => trial.ConnectAsync());
    }

    [Fact]
    public async Task A_server_that_says_BYE_in_place_of_a_greeting_is_quoted() =>
        Assert.Equal("too many connections", (await FailsAtConnect(MailFailure.ServerClosing, "S: * BYE [UNAVAILABLE] too many connections")).ServerText);

    [Theory]
    [InlineData("S: +OK POP3 ready")]
    [InlineData("S: 220 smtp.example.test ESMTP")]
    [InlineData("S: * NO go away")]
    [InlineData("S: A1 OK ready")]
    [InlineData("S: *OK ready")]
    [InlineData("S: * 5 EXISTS")]
    [InlineData("S: HTTP/1.1 400 Bad Request")]
    [InlineData("S~ \\x16\\x03\\x01\\x00\\xA5\\x01")]
    [InlineData("S~ * OK ready\\n")]
    [InlineData("S~ * OK re\\0ady\\r\\n")]
    [InlineData("S: ")]
    public Task A_greeting_that_is_none(string transcript) => FailsAtConnect(MailFailure.ProtocolViolation, transcript + "\nsilence");

    [Fact]
    public Task A_greeting_without_end() => FailsAtConnect(MailFailure.LimitExceeded, """
        S~ * OK\x20
        S-many: 1000000 x
        """);

    [Fact]
    public Task A_word_without_end() => FailsAtConnect(MailFailure.LimitExceeded, "S-many: 1000000 x");

    [Fact]
    public Task A_server_that_closes_at_once() => FailsAtConnect(MailFailure.ConnectionLost, "close");

    [Fact]
    public Task A_server_that_cuts_the_connection_in_its_greeting() => FailsAtConnect(MailFailure.ConnectionLost, """
        S~ * OK re
        reset
        """);

    [Fact]
    public Task A_server_that_refuses_to_say_what_it_offers() => FailsAtConnect(MailFailure.CommandRefused, """
        S: * OK ready
        C: {tag} CAPABILITY
        S: {tag} BAD what?
        """);

    [Fact]
    public Task A_server_that_ends_a_command_that_nobody_gave() => FailsAtConnect(MailFailure.ProtocolViolation, """
        S: * OK ready
        C: {tag} CAPABILITY
        S: A9999 OK done
        silence
        """);

    [Fact]
    public Task A_server_that_ends_a_command_with_BYE() => FailsAtConnect(MailFailure.ProtocolViolation, """
        S: * OK ready
        C: {tag} CAPABILITY
        S: {tag} BYE done
        silence
        """);

    [Theory]
    [InlineData(MailEncryption.StartTls)]
    [InlineData(MailEncryption.StartTlsWhenOffered)]
    public async Task A_server_that_logs_us_in_before_TLS_is_an_attack(MailEncryption encryption)
    {
        await using var trial = ImapTrial.Start("S: * PREAUTH [CAPABILITY IMAP4rev1 STARTTLS] in\nsilence");
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.ConnectAsync(trial.Server.Plain with { Encryption = encryption }));
        Assert.Equal(MailFailure.TlsInjection, exception.Failure);
    }

    [Fact]
    public async Task Input_between_STARTTLS_and_the_handshake_is_an_attack_CVE_2026_41319()
    {
        await using var trial = ImapTrial.Start("""
            S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready
            C: {tag} STARTTLS
            S~ {tag} OK go on\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n
            silence
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.ConnectAsync(trial.Server.Plain with { Encryption = MailEncryption.StartTls }));
        Assert.Equal(MailFailure.TlsInjection, exception.Failure);
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_no_secret()
    {
        const string Transcript = "S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready\nsilence";
        await using var required = ImapTrial.Start(Transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => required.ConnectAsync(required.Server.Plain with { Encryption = MailEncryption.StartTls }));
        Assert.Equal(MailFailure.TlsNotOffered, exception.Failure);

        await using var opportunistic = ImapTrial.Start(Transcript);
        await opportunistic.ConnectAsync(opportunistic.Server.Plain with { Encryption = MailEncryption.StartTlsWhenOffered });
        exception = await Assert.ThrowsAsync<MailProtocolException>(() => opportunistic.Client.LoginAsync(ImapTrial.Ann, null, None).AsTask());
        Assert.Equal(MailFailure.TlsNotOffered, exception.Failure);
        Assert.Empty(opportunistic.Server.Said);
    }

    [Fact]
    public async Task A_server_that_refuses_STARTTLS_gets_no_secret()
    {
        await using var trial = ImapTrial.Start("""
            S: * OK [CAPABILITY IMAP4rev1 STARTTLS] ready
            C: {tag} STARTTLS
            S: {tag} NO not today
            silence
            """);
        await Assert.ThrowsAsync<MailProtocolException>(() => trial.ConnectAsync(trial.Server.Plain with { Encryption = MailEncryption.StartTlsWhenOffered }));
    }

    [Theory]
    [InlineData("NO [AUTHENTICATIONFAILED] wrong", MailFailure.LoginRefused)]
    [InlineData("NO wrong", MailFailure.LoginRefused)]
    [InlineData("NO [UNAVAILABLE] backend away", MailFailure.LoginUnavailable)]
    [InlineData("NO [ALERT] Too many simultaneous connections. (Failure)", MailFailure.LoginUnavailable)]
    [InlineData("NO [INUSE] busy", MailFailure.MailboxInUse)]
    [InlineData("NO [PRIVACYREQUIRED] TLS first", MailFailure.TlsNotOffered)]
    [InlineData("BAD what?", MailFailure.CommandRefused)]
    public Task A_refused_log_in_says_why(string answer, MailFailure failure) => FailsAtLogin(failure, $$"""
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN *
        S: {tag} {{answer}}
        """);

    [Fact]
    public async Task A_server_that_repeats_the_password_in_its_answer()
    {
        var exception = await FailsAtLogin(MailFailure.LoginRefused, """
            S: * OK [CAPABILITY IMAP4rev1] ready
            C: {tag} LOGIN "ann" "secret"
            S: * OK you said secret
            S: {tag} NO [AUTHENTICATIONFAILED] ann:secret or c2VjcmV0 is wrong
            """);
        Assert.Equal("ann:*** or *** is wrong", exception.ServerText);
    }

    [Fact]
    public Task A_server_that_says_BYE_at_the_log_in() => FailsAtLogin(MailFailure.ServerClosing, """
        S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN
        S: * BYE autologout
        close
        """);

    [Fact]
    public Task A_server_that_asks_for_more_than_the_mechanism_has() => FailsAtLogin(MailFailure.ProtocolViolation, """
        S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
        C: {tag} AUTHENTICATE PLAIN *
        S: + bW9yZQ==
        silence
        """);

    [Fact]
    public Task A_server_that_offers_no_way_in() => FailsAtLogin(MailFailure.MechanismNotOffered, "S: * OK [CAPABILITY IMAP4rev1 LOGINDISABLED AUTH=GSSAPI] ready\nsilence");

    [Theory]
    [InlineData("AUTH=XOAUTH2", "C: {tag} AUTHENTICATE XOAUTH2 {base64 user=ann\\x01auth=Bearer tok\\x01\\x01}", "C: ")]
    [InlineData("AUTH=OAUTHBEARER AUTH=XOAUTH2", "C: {tag} AUTHENTICATE OAUTHBEARER *", "C: AQ==")]
    public async Task A_refused_token_is_answered_as_the_mechanism_wants_and_its_reason_is_told(string offered, string command, string dummy)
    {
        await using var trial = await ImapTrial.ConnectAsync($$"""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR {{offered}}] ready
            {{command}}
            S: + {{Convert.ToBase64String("{\"status\":\"401\"}"u8)}}
            {{dummy}}
            S: {tag} NO failed
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.LoginAsync(MailCredential.AccessToken("ann", "tok"), null, None).AsTask());
        Assert.Equal((MailFailure.LoginRefused, "failed {\"status\":\"401\"}"), (exception.Failure, exception.ServerText));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_server_that_is_silent_at_the_log_in()
    {
        await using var trial = await ImapTrial.ConnectAsync("""
            S: * OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] ready
            C: {tag} AUTHENTICATE PLAIN
            silence
            """);
        Assert.Equal("AUTHENTICATE", (await trial.TimesOutAsync(() => trial.Client.LoginAsync(ImapTrial.Ann, null, None).AsTask())).Step);
    }
}
