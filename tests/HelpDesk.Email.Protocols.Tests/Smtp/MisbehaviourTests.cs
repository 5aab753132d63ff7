using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Smtp;

/// <summary>Servers that refuse, lie, close and fall silent: what becomes of the mail each time.</summary>
public sealed class MisbehaviourTests
{
    private const string Sent = SmtpTrial.Offered + SmtpTrial.Octets;

    // Where the channel is closed no mail is to blame, and no recipient has a result.
    [Theory]
    [InlineData("421 at the greeting", "S: 421 4.3.2 too busy\n")]
    [InlineData("554 at the greeting", "S: 554 5.7.1 not you\n")]
    [InlineData("silence instead of a greeting", "silence\n")]
    [InlineData("a greeting of another protocol", "S: * OK IMAP4rev1 ready\n")]
    [InlineData("a greeting without end", "S-many: 100000 x\nsilence\n")]
    [InlineData("a close instead of a greeting", "close\n")]
    [InlineData("a reset instead of a greeting", "reset\n")]
    [InlineData("silence after EHLO", "S: 220 x\nC: EHLO *\nsilence\n")]
    [InlineData("421 after EHLO", "S: 220 x\nC: EHLO *\nS: 421 later\n")]
    [InlineData("550 after EHLO", "S: 220 x\nC: EHLO *\nS: 550 5.7.1 bad name\n")]
    [InlineData("an answer to EHLO whose lines never end", "S: 220 x\nC: EHLO *\nS-many: 300 250-x\\r\\n\nsilence\n")]
    [InlineData("an answer to EHLO of two codes", "S: 220 x\nC: EHLO *\nS: 250-x\nS: 550 x\n")]
    [InlineData("a line feed alone", "S: 220 x\nC: EHLO *\nS~ 250 x\\n\nsilence\n")]
    [InlineData("421 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nS: 421 4.4.2 bye\n")]
    [InlineData("432 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n")]
    [InlineData("530 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 530 5.7.0 log in first\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n")]
    [InlineData("421 at RCPT", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 421 bye\nclose\n")]
    [InlineData("421 at DATA", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 421 bye\nclose\n")]
    [InlineData("421 after the octets", Sent + "S: 421 4.3.0 going down\nclose\n")]
    [InlineData("the day's quota after the octets", Sent + "S: 554 5.2.0 STOREDRV.Submission; quota exceeded\n")]
    public async Task The_channel_pauses(string what, string transcript)
    {
        await using var trial = SmtpTrial.Start(transcript);

        var result = transcript.Contains("silence", StringComparison.Ordinal) && !transcript.Contains("S-many", StringComparison.Ordinal) && !transcript.Contains("S~", StringComparison.Ordinal)
            ? await trial.SendIntoSilenceAsync()
            : await trial.SendAsync();

        Assert.True(result.Channel is not null && result.Recipients.Count == 0, what);
        Assert.True(result.Channel.RetryAfter >= TimeSpan.FromMinutes(1), what);
        Assert.True(result.Channel.Failure is not null, what);
    }

    [Theory]
    [InlineData("S: 421 4.4.2 bye\n", MailFailure.ServerClosing)]
    [InlineData("C: RCPT *\nC: DATA\nS: 530 5.7.0 log in first\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", MailFailure.LoginRefused)]
    [InlineData("C: RCPT *\nC: DATA\nS: 432 4.3.2 sender thread limit exceeded\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", MailFailure.CommandRefused)]
    [InlineData("C: RCPT *\nC: DATA\nS: 554 5.2.0 quota exceeded\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", MailFailure.OverQuota)]
    public async Task A_channel_that_closes_at_a_mail_says_why_in_one_word(string answer, MailFailure failure)
    {
        await using var trial = SmtpTrial.Start($"{SmtpTrial.Greeted}C: MAIL *\n{answer}");

        Assert.Equal(failure, (await trial.SendAsync()).Channel?.Failure);
    }

    [Theory]
    [InlineData("535", "S: 535 5.7.8 no\n", "refused the log-in", MailFailure.LoginRefused)]
    [InlineData("454", "S: 454 4.7.0 later\n", "can't check the log-in now", MailFailure.LoginUnavailable)]
    [InlineData("a challenge without end", "S: 334 x\nC: \\*\nS: 501 5.7.0 cancelled\n", "refused the log-in", MailFailure.LoginRefused)]
    public async Task A_log_in_that_fails_pauses_the_channel_and_tells_no_secret(string what, string answer, string words, MailFailure failure)
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Greeted + "C: AUTH PLAIN *\n" + answer.Replace("\\*", "*", StringComparison.Ordinal), new OutgoingAccountOptions { UserName = "ann", Password = "secret" });

        var result = await trial.SendAsync();

        Assert.True(result.Channel is not null, what);
        Assert.Contains(words, result.Channel.Reason, StringComparison.Ordinal);
        Assert.Equal(failure, result.Channel.Failure);
        Assert.DoesNotContain("secret", result.Channel.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("450 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 450 4.7.1 greylisted\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", RecipientStatus.Deferred)]
    [InlineData("550 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 550 5.7.1 not your address\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", RecipientStatus.Rejected)]
    [InlineData("552 at MAIL", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 552 5.3.4 too long\nS: 503 x\nS: 503 x\nC: RSET\nS: 250 ok\n", RecipientStatus.Rejected)]
    [InlineData("450 at RCPT", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 450 4.2.1 mailbox busy\nS: 554 no recipient\nC: RSET\nS: 250 ok\n", RecipientStatus.Deferred)]
    [InlineData("452 at RCPT", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 452 4.2.2 over quota\nS: 554 no recipient\nC: RSET\nS: 250 ok\n", RecipientStatus.Deferred)]
    [InlineData("550 at RCPT", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 550 5.1.1 no such user\nS: 554 no recipient\nC: RSET\nS: 250 ok\n", RecipientStatus.Rejected)]
    [InlineData("552 at RCPT", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 552 5.2.2 mailbox full\nS: 554 no recipient\nC: RSET\nS: 250 ok\n", RecipientStatus.Rejected)]
    [InlineData("DATA taken for no recipient", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 550 5.1.1 no such user\nS: 354 go on\nC: .\nS: 554 no recipient\n", RecipientStatus.Rejected)]
    [InlineData("451 at DATA", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 451 4.3.0 disk\nC: RSET\nS: 250 ok\n", RecipientStatus.Deferred)]
    [InlineData("554 at DATA", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 554 5.6.0 no\nC: RSET\nS: 250 ok\n", RecipientStatus.Rejected)]
    [InlineData("250 at DATA", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nS: 250 taken\n", RecipientStatus.Deferred)]
    [InlineData("451 after the octets", Sent + "S: 451 4.3.0 try again\n", RecipientStatus.Deferred)]
    [InlineData("452 after the octets", Sent + "S: 452 4.3.1 disk full\n", RecipientStatus.Deferred)]
    [InlineData("552 after the octets", Sent + "S: 552 5.3.4 too long after all\n", RecipientStatus.Rejected)]
    [InlineData("554 after the octets", Sent + "S: 554 5.7.1 spam\n", RecipientStatus.Rejected)]
    [InlineData("a close in the middle of the recipients", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nclose\n", RecipientStatus.Deferred)]
    [InlineData("a close instead of 354", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nclose\n", RecipientStatus.Deferred)]
    [InlineData("rubbish instead of 354", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nS: hello\n", RecipientStatus.Deferred)]
    [InlineData("a code of four digits", SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 2500 ok\n", RecipientStatus.Deferred)]
    [InlineData("a close after the dot", Sent + "close\n", RecipientStatus.Unknown)]
    [InlineData("a reset after the dot", Sent + "reset\n", RecipientStatus.Unknown)]
    [InlineData("rubbish after the dot", Sent + "S: ok\n", RecipientStatus.Unknown)]
    [InlineData("half an answer after the dot", Sent + "S~ 250 2.0.0 qu\nclose\n", RecipientStatus.Unknown)]
    public async Task The_recipient_has_a_result(string what, string transcript, RecipientStatus status)
    {
        await using var trial = SmtpTrial.Start(transcript);

        var result = await trial.SendAsync();

        Assert.True(result.Channel is null, $"{what}: {result.Channel?.Reason}");
        Assert.True(status == Assert.Single(result.Recipients).Status, $"{what}: {result.Recipients[0]}");
    }

    [Theory]
    [InlineData(SmtpTrial.Greeted + "C: MAIL *\nsilence\n", RecipientStatus.Deferred)]
    [InlineData(SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nsilence\n", RecipientStatus.Deferred)]
    [InlineData(SmtpTrial.Greeted + "C: MAIL *\nC: RCPT *\nC: DATA\nS: 250 ok\nS: 250 ok\nsilence\n", RecipientStatus.Deferred)]
    [InlineData(Sent + "silence\n", RecipientStatus.Unknown)]
    public async Task Silence_ends_at_the_deadline(string transcript, RecipientStatus status)
    {
        await using var trial = SmtpTrial.Start(transcript);

        Assert.Equal(status, Assert.Single((await trial.SendIntoSilenceAsync()).Recipients).Status);
    }

    [Theory]
    [InlineData("452 4.5.3 too many recipients")]
    [InlineData("552 too many recipients")]
    public async Task Recipients_that_are_too_many_for_one_mail_get_a_second_one(string tooMany)
    {
        await using var trial = SmtpTrial.Start(SmtpTrial.Greeted + $"""
            C: MAIL *
            C: RCPT TO:<ann@example.test>
            C: RCPT TO:<bob@example.test>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: {tooMany}
            S: 354 go on

            """ + SmtpTrial.Octets + """
            S: 250 ok
            C: MAIL *
            C: RCPT TO:<bob@example.test>
            C: DATA
            S: 250 ok
            S: 250 ok
            S: 354 go on
            """ + "\n" + SmtpTrial.Octets + "S: 250 ok\n");

        var result = await trial.SendAsync(SmtpTrial.Mail(to: ["ann@example.test", "bob@example.test"]));

        Assert.Equal(["ann@example.test", "bob@example.test"], result.Recipients.Where(recipient => recipient.Status == RecipientStatus.Accepted).Select(recipient => recipient.Address));
    }

    [Theory]
    [InlineData("close\n")]
    [InlineData("C: MAIL *\nS: 421 4.4.2 idle for too long\nclose\n")]
    public async Task A_connection_that_went_between_two_mails_is_replaced(string end)
    {
        await using var trial = SmtpTrial.Start(Sent + "S: 250 ok\n" + end + "---\n" + Sent + "S: 250 ok\n");
        await trial.SendAsync();

        Assert.Equal(RecipientStatus.Accepted, Assert.Single((await trial.SendAsync()).Recipients).Status);
    }

    [Fact]
    public async Task Nothing_is_doubled_where_the_lost_answer_was_that_to_the_dot()
    {
        await using var trial = SmtpTrial.Start(Sent + "S: 250 ok\n" + SmtpTrial.Offered[SmtpTrial.Greeted.Length..] + SmtpTrial.Octets + "close\n---\nsilence\n");
        await trial.SendAsync();

        Assert.Equal(RecipientStatus.Unknown, Assert.Single((await trial.SendAsync()).Recipients).Status);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Answers_in_small_pieces_say_the_same(int pieceLength)
    {
        await using var trial = SmtpTrial.Start(Sent + "S: 250-2.0.0 queued\nS: 250 2.0.0 as 1\n", pieceLength: pieceLength);

        Assert.Equal("250 2.0.0 queued as 1", Assert.Single((await trial.SendAsync()).Recipients).Reply);
    }
}
