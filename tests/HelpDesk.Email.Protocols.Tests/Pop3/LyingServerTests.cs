using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Pop3;

/// <summary>POP3 servers that break the protocol, break off, or fall silent.</summary>
public sealed class LyingServerTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public Task A_server_that_says_nothing_at_all() => SilentAtConnect("silence");

    [Fact]
    public Task A_server_that_is_silent_in_the_middle_of_its_greeting() => SilentAtConnect("""
        S~ +OK rea
        silence
        """);

    [Fact]
    public Task A_server_that_is_silent_after_CAPA() => SilentAtConnect("""
        S: +OK ready
        C: CAPA
        silence
        """);

    [Fact]
    public Task A_server_that_never_ends_its_capabilities() => SilentAtConnect("""
        S: +OK ready
        C: CAPA
        S: +OK
        S: UIDL
        silence
        """);

    [Fact]
    public Task A_server_that_greets_in_another_protocol() => FailsAtConnect("S: * OK IMAP ready", MailFailure.ProtocolViolation);

    [Fact]
    public Task A_server_that_is_not_ready() => FailsAtConnect("S: -ERR [SYS/TEMP] overloaded", MailFailure.ServerClosing);

    [Fact]
    public Task A_server_that_closes_without_a_greeting() => FailsAtConnect("close", MailFailure.ConnectionLost);

    [Fact]
    public Task A_server_that_cuts_the_connection_after_its_greeting() => FailsAtConnect("""
        S: +OK
        reset
        """, MailFailure.ConnectionLost);

    [Fact]
    public Task A_greeting_without_an_end() => FailsAtConnect("S-many: 1000000 x", MailFailure.LimitExceeded);

    [Fact]
    public Task A_greeting_that_ends_with_a_line_feed_alone() => FailsAtConnect("""
        S~ +OK ready\n
        silence
        """, MailFailure.ProtocolViolation);

    [Fact]
    public Task Capabilities_without_end() => FailsAtConnect("""
        S: +OK ready
        C: CAPA
        S: +OK
        S-many: 100000 X-THING\r\n
        """, MailFailure.LimitExceeded);

    [Fact]
    public Task An_OK_with_other_letters_behind_it() => FailsAtConnect("S: +OKAY ready", MailFailure.ProtocolViolation);

    [Fact]
    public Task A_UIDL_that_lists_a_mail_twice() => Fails("""
        C: UIDL
        S: +OK
        S: 1 a
        S: 1 b
        silence
        """, trial => trial.Client.UidlAsync(None).AsTask(), MailFailure.ProtocolViolation);

    [Theory]
    [InlineData("0 a")]
    [InlineData("-1 a")]
    [InlineData("1.5 a")]
    [InlineData("99999999999999999999 a")]
    [InlineData("1")]
    [InlineData("a 1")]
    [InlineData("")]
    public Task A_UIDL_with_a_line_that_is_none(string line) => Fails($"""
        C: UIDL
        S: +OK
        S: {line}
        silence
        """, trial => trial.Client.UidlAsync(None).AsTask(), MailFailure.ProtocolViolation);

    [Theory]
    [InlineData("1 -5")]
    [InlineData("1 9223372036854775808")]
    [InlineData("1 1e3")]
    public Task A_LIST_with_a_size_that_is_none(string line) => Fails($"""
        C: LIST
        S: +OK
        S: {line}
        silence
        """, trial => trial.Client.ListAsync(None).AsTask(), MailFailure.ProtocolViolation);

    [Theory]
    [InlineData("+OK")]
    [InlineData("+OK many 3")]
    [InlineData("+OK -1 3")]
    public Task A_STAT_that_counts_nothing(string line) => Fails($"""
        C: STAT
        S: {line}
        silence
        """, trial => trial.Client.StatAsync(None).AsTask(), MailFailure.ProtocolViolation);

    [Fact]
    public Task A_list_that_breaks_off() => Fails("""
        C: UIDL
        S: +OK
        S: 1 a
        close
        """, trial => trial.Client.UidlAsync(None).AsTask(), MailFailure.ConnectionLost);

    [Fact]
    public async Task A_UID_that_is_used_again_is_handed_on_for_the_caller_to_judge()
    {
        await using var trial = await Pop3Trial.LogInAsync("""
            C: UIDL
            S: +OK
            S: 1 same
            S: 2 same
            S: .
            """);
        Assert.Equal(["same", "same"], (await trial.Client.UidlAsync(None)).Select(uid => uid.Uid));
    }

    [Fact]
    public Task A_mail_that_breaks_off_is_no_mail() => Fails("""
        C: RETR 1
        S: +OK
        S: Subject: a
        close
        """, trial => trial.RetrieveAsync(1000, 1), MailFailure.ConnectionLost);

    [Fact]
    public Task A_mail_that_breaks_off_just_before_its_dot_is_no_mail() => Fails("""
        C: RETR 1
        S: +OK
        S~ Subject: a\r\n.\r
        close
        """, trial => trial.RetrieveAsync(1000, 1), MailFailure.ConnectionLost);

    [Fact]
    public Task A_mail_beyond_the_limit() => Fails("""
        C: RETR 1
        S: +OK 10 octets
        S-many: 200 0123456789\r\n
        silence
        """, trial => trial.RetrieveAsync(1000, 1), MailFailure.LimitExceeded);

    [Fact]
    public Task A_mail_without_end() => Fails("""
        C: RETR 1
        S: +OK
        S-many: 10000000 x
        """, trial => trial.RetrieveAsync(1 << 20, 1), MailFailure.LimitExceeded);

    [Fact]
    public Task A_header_without_end() => Fails("""
        C: TOP 1 0
        S: +OK
        S-many: 10000000 x
        """, trial => trial.Client.TopAsync(1, 0, 64 * 1024, None).AsTask(), MailFailure.LimitExceeded);

    [Fact]
    public async Task A_server_that_falls_silent_in_a_mail()
    {
        await using var trial = await Pop3Trial.LogInAsync("""
            C: RETR 1
            S: +OK
            S: Subject: a
            silence
            """);
        var exception = await trial.TimesOutAsync(() => trial.RetrieveAsync(1000, 1));
        Assert.Equal("RETR", exception.Step);
    }

    [Fact]
    public async Task A_server_that_answers_no_QUIT()
    {
        await using var trial = await Pop3Trial.LogInAsync("""
            C: QUIT
            silence
            """);
        Assert.Equal("QUIT", (await trial.TimesOutAsync(() => trial.Client.QuitAsync(None).AsTask())).Step);
    }

    [Fact]
    public Task A_QUIT_that_is_refused_is_no_deletion() => Fails("""
        C: DELE 1
        S: +OK
        C: QUIT
        S: -ERR some deleted messages not removed
        """, async trial =>
    {
        await trial.Client.DeleteAsync([1], None);
        await trial.Client.QuitAsync(None);
    }, MailFailure.CommandRefused);

    [Fact]
    public Task A_QUIT_whose_answer_is_lost_is_no_deletion() => Fails("""
        C: QUIT
        close
        """, trial => trial.Client.QuitAsync(None).AsTask(), MailFailure.ConnectionLost);

    [Fact]
    public Task A_server_that_wants_more_of_a_command_that_was_complete() => Fails("""
        C: NOOP
        S: + go on
        silence
        """, trial => trial.Client.NoopAsync(None).AsTask(), MailFailure.ProtocolViolation);

    [Fact]
    public async Task A_server_that_repeats_the_password_in_its_answer()
    {
        await using var trial = await Pop3Trial.ConnectAsync("""
            S: +OK ready
            C: CAPA
            S: -ERR
            C: USER ann
            S: +OK
            C: PASS secret
            S: -ERR ann/secret (c2VjcmV0) is wrong
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.LoginAsync(Pop3Trial.Ann, null, None).AsTask());
        Assert.Equal("ann/*** (***) is wrong", exception.ServerText);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_than_the_mechanism_has()
    {
        await using var trial = await Pop3Trial.ConnectAsync("""
            S: +OK ready
            C: CAPA
            S: +OK
            S: SASL PLAIN
            S: .
            C: AUTH PLAIN *
            S: + more
            silence
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.LoginAsync(Pop3Trial.Ann, null, None).AsTask());
        Assert.Equal(MailFailure.ProtocolViolation, exception.Failure);
    }

    private static async Task Fails(string transcript, Func<Pop3Trial, Task> work, MailFailure failure)
    {
        await using var trial = await Pop3Trial.LogInAsync(transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => work(trial));
        Assert.Equal(failure, exception.Failure);
        Assert.False(trial.Client.IsUsable);
    }

    private static async Task FailsAtConnect(string transcript, MailFailure failure)
    {
        await using var trial = Pop3Trial.Start(transcript);
        Assert.Equal(failure, (await Assert.ThrowsAsync<MailProtocolException>(trial.ConnectAsync)).Failure);
    }

    private static async Task SilentAtConnect(string transcript)
    {
        await using var trial = Pop3Trial.Start(transcript);
        await trial.TimesOutAsync(trial.ConnectAsync);
    }
}
