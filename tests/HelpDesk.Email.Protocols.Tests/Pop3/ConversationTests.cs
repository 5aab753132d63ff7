using HelpDesk.Email.Protocols.Pop3.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Pop3;

public sealed class ConversationTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_whole_session_lists_fetches_deletes_and_says_goodbye()
    {
        await using var trial = await Pop3Trial.LogInAsync("""
            C: STAT
            S: +OK 2 320 and more words
            C: UIDL
            S: +OK
            S: 1 whqtswO00WBw418f9t5JxYwZ
            S: 2 QhdPYR:00WBw1Ph7x7
            S: .
            C: LIST
            S: +OK 2 messages
            S: 1 120
            S: 2 200 extended
            S: .
            C: RETR 1
            S: +OK 120 octets
            S: Subject: a
            S:
            S: ..dot
            S: .
            C: TOP 2 0
            S: +OK
            S: Subject: b
            S:
            S: .
            C: DELE 1
            S: +OK
            C: DELE 7
            S: -ERR no such message
            C: NOOP
            S: +OK
            C: QUIT
            S: +OK bye
            """);
        Assert.Equal(new Pop3Stat(2, 320), await trial.Client.StatAsync(None));
        Assert.Equal([new(1, "whqtswO00WBw418f9t5JxYwZ"), new(2, "QhdPYR:00WBw1Ph7x7")], await trial.Client.UidlAsync(None));
        Assert.Equal([new(1, 120), new(2, 200)], await trial.Client.ListAsync(None));
        Assert.Equal([new(1, "Subject: a\r\n\r\n.dot\r\n", null)], await trial.RetrieveAsync(1000, 1));
        Assert.Equal("Subject: b\r\n\r\n"u8.ToArray(), (await trial.Client.TopAsync(2, 0, 1000, None)).ToArray());
        Assert.Equal([1], await trial.Client.DeleteAsync([1, 7], None));
        await trial.Client.NoopAsync(None);
        await trial.Client.QuitAsync(None);
        Assert.Equal(Pop3State.Update, trial.Client.State);
        Assert.False(trial.Client.IsUsable);
        await trial.Server.PlayedAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Mails_come_whole_whatever_pieces_they_come_in(int pieceLength)
    {
        await using var trial = await Pop3Trial.LogInAsync("""
            C: RETR 1
            S: +OK
            S~ ..a\r\n.\rb\r\n..\r\n\r\n.\r\n
            C: RETR 2
            S: -ERR message 2 is damaged
            C: RETR 3
            S: +OK
            S: .
            """, pieceLength);
        Assert.Equal(
            [new(1, ".a\r\n\rb\r\n.\r\n\r\n", null), new(2, null, "message 2 is damaged"), new(3, "", null)],
            await trial.RetrieveAsync(1000, 1, 2, 3));
    }

    [Fact]
    public async Task A_server_with_pipelining_is_asked_ahead()
    {
        await using var trial = await Pop3Trial.ConnectAsync("""
            S: +OK ready
            C: CAPA
            S: +OK
            S: SASL PLAIN
            S: .
            C: AUTH PLAIN {base64 \0ann\0secret}
            S: +OK
            C: CAPA
            S: +OK
            S: PIPELINING
            S: .
            C: RETR 1
            C: RETR 2
            C: RETR 3
            S: +OK
            S: a
            S: .
            S: -ERR no
            S: +OK
            S: c
            S: .
            C: DELE 1
            C: DELE 3
            S: +OK
            S: +OK
            C: RSET
            S: +OK
            """);
        await trial.Client.LoginAsync(Pop3Trial.Ann, null, None);
        Assert.Equal(["a\r\n", null, "c\r\n"], (await trial.RetrieveAsync(1000, 1, 2, 3)).Select(mail => mail.Content));
        Assert.Equal([1, 3], await trial.Client.DeleteAsync([1, 3], None));
        await trial.Client.ResetAsync(None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Who_leaves_the_loop_early_can_go_on_with_the_connection()
    {
        await using var trial = await Pop3Trial.ConnectAsync("""
            S: +OK ready
            C: CAPA
            S: +OK
            S: USER
            S: PIPELINING
            S: .
            C: USER ann
            S: +OK
            C: PASS secret
            S: +OK
            C: CAPA
            S: +OK
            S: PIPELINING
            S: .
            C: RETR 1
            C: RETR 2
            S: +OK
            S: a
            S: .
            S: +OK
            S: b
            S: .
            C: NOOP
            S: +OK
            """);
        await trial.Client.LoginAsync(Pop3Trial.Ann, null, None);
        await foreach (var mail in trial.Client.RetrieveAsync([1, 2], 1000, (_, _, _) => ValueTask.FromResult(0), None))
        {
            break;
        }

        await trial.Client.NoopAsync(None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_server_of_the_first_days_knows_no_CAPA()
    {
        await using var trial = await Pop3Trial.ConnectAsync("""
            S: +OK POP3 ready <1896.697170952@dbc.mtview.ca.us>
            C: CAPA
            S: -ERR unknown command
            C: USER ann
            S: +OK
            C: PASS secret
            S: +OK
            """);
        await trial.Client.LoginAsync(Pop3Trial.Ann, null, None);
        Assert.Empty(trial.Client.Capabilities);
    }

    [Fact]
    public async Task A_short_initial_response_goes_with_AUTH_and_a_long_one_after_it()
    {
        const string Opening = """
            S: +OK ready
            C: CAPA
            S: +OK
            S: SASL XOAUTH2
            S: .

            """;
        await using var brief = await Pop3Trial.ConnectAsync(Opening + """
            C: AUTH XOAUTH2 {base64 user=ann\x01auth=Bearer tok\x01\x01}
            S: +OK
            C: CAPA
            S: -ERR
            """);
        await brief.Client.LoginAsync(MailCredential.AccessToken("ann", "tok"), null, None);

        var token = new string('t', 300);
        await using var longer = await Pop3Trial.ConnectAsync(Opening + $$"""
            C: AUTH XOAUTH2
            S: +
            C: {base64 user=ann\x01auth=Bearer {{token}}\x01\x01}
            S: +OK
            C: CAPA
            S: -ERR
            """);
        await longer.Client.LoginAsync(MailCredential.AccessToken("ann", token), null, None);
    }

    [Theory]
    [InlineData("-ERR [AUTH] wrong", MailFailure.LoginRefused, false)]
    [InlineData("-ERR [SYS/TEMP] later", MailFailure.LoginUnavailable, true)]
    [InlineData("-ERR [IN-USE] taken", MailFailure.MailboxInUse, true)]
    [InlineData("-ERR [LOGIN-DELAY] not so fast", MailFailure.LoginUnavailable, true)]
    [InlineData("-ERR unable to lock maildrop", MailFailure.MailboxInUse, true)]
    [InlineData("-ERR no", MailFailure.LoginRefused, false)]
    public async Task A_refused_log_in_says_why(string answer, MailFailure failure, bool isTransient)
    {
        await using var trial = await Pop3Trial.ConnectAsync($"""
            S: +OK ready
            C: CAPA
            S: -ERR
            C: USER ann
            S: +OK
            C: PASS secret
            S: {answer}
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.LoginAsync(Pop3Trial.Ann, null, None).AsTask());
        Assert.Equal((failure, isTransient), (exception.Failure, exception.IsTransient));
    }
}
