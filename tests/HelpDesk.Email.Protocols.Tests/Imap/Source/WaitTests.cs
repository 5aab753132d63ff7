using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap.Source;

public sealed class WaitTests
{
    private const string Nothing = ImapTrial.Opened + """
        C: {tag} UID SEARCH UID 1:*
        S: * SEARCH
        S: {tag} OK

        """;

    private static readonly string WithoutIdle = Nothing.Replace(" IDLE", string.Empty, StringComparison.Ordinal);

    [Fact]
    [Trait("Feature", "BE-08")]
    public async Task New_mail_ends_the_wait_and_is_found_by_the_next_look()
    {
        await using var trial = SourceTrial.Imap(Nothing + """
            C: {tag} IDLE
            S: + idling
            S: * 4 EXISTS
            C: DONE
            S: {tag} OK
            C: {tag} NOOP
            S: {tag} OK
            C: {tag} UID SEARCH UID 10:*
            S: * SEARCH 12
            S: {tag} OK
            C: {tag} UID FETCH 12 (UID RFC822.SIZE)
            S: * 3 FETCH (UID 12 RFC822.SIZE 3)
            S: {tag} OK
            C: {tag} UID FETCH 12 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 12 BODY[] "new")
            S: {tag} OK
            """);
        await trial.ReceiveAsync();
        Assert.True(await trial.Source.WaitForMailAsync(TimeSpan.FromHours(1), CancellationToken.None));
        Assert.Equal(["new"], await trial.TextsAsync(trial.Source.Reached));
    }

    [Fact]
    public async Task IDLE_is_said_again_after_nine_minutes()
    {
        await using var trial = SourceTrial.Imap(Nothing + """
            C: {tag} IDLE
            S: + idling
            C: DONE
            S: {tag} OK
            C: {tag} IDLE
            S: + idling
            S: * 4 EXISTS
            C: DONE
            S: {tag} OK
            """);
        await trial.ReceiveAsync();
        var waiting = trial.Source.WaitForMailAsync(TimeSpan.FromHours(1), CancellationToken.None).AsTask();
        await trial.Time.UntilSomebodyWaitsAsync(TimeSpan.FromMinutes(9));
        trial.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.True(await waiting);
    }

    [Fact]
    public async Task Without_IDLE_the_time_passes()
    {
        await using var trial = SourceTrial.Imap(WithoutIdle);
        await trial.ReceiveAsync();
        await WaitsAsync(trial, TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task A_server_that_refuses_IDLE_is_not_asked_again()
    {
        await using var trial = SourceTrial.Imap(Nothing + """
            C: {tag} IDLE
            S: {tag} NO not you
            """);
        await trial.ReceiveAsync();
        await WaitsAsync(trial, TimeSpan.FromMinutes(10));
        await WaitsAsync(trial, TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task A_connection_that_goes_while_we_wait_is_no_failure_and_the_time_passes()
    {
        await using var trial = SourceTrial.Imap(Nothing + """
            C: {tag} IDLE
            S: + idling
            S: * BYE idle for too long
            close
            ---

            """ + Nothing);
        await trial.ReceiveAsync();
        await WaitsAsync(trial, TimeSpan.FromMinutes(10));
        Assert.Empty(await trial.ReceiveAsync());
    }

    [Fact]
    public async Task A_check_connects_beside_and_says_what_works()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened.Replace("SELECT", "EXAMINE", StringComparison.Ordinal) + """
            C: {tag} LOGOUT
            S: * BYE
            S: {tag} OK
            """);
        var report = await trial.Source.CheckAsync(CancellationToken.None);
        Assert.True(report.Succeeded);
        Assert.Null(report.Failure);
        Assert.Equal($"IMAP 127.0.0.1:{trial.Server.Port}: connected, not encrypted, logged in; folder 'INBOX' has 3 mails; new mail is told at once (IDLE).", report.Message);
    }

    [Theory]
    [InlineData("S: {tag} NO [AUTHENTICATIONFAILED] no", MailFailure.LoginRefused, "UserName and the password or token")]
    [InlineData("S: {tag} NO [UNAVAILABLE] later", MailFailure.LoginUnavailable, "")]
    [InlineData("S: {tag} OK [CAPABILITY IMAP4rev1] in\nC: {tag} EXAMINE \"INBOX\"\nS: {tag} NO [NONEXISTENT] none", MailFailure.FolderMissing, "Mailboxes:support:Folder")]
    public async Task A_check_tells_failures_apart_and_says_what_to_do(string answer, MailFailure failure, string advice)
    {
        await using var trial = SourceTrial.Imap($$"""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
            C: {tag} AUTHENTICATE PLAIN *
            {{answer}}
            """);
        var report = await trial.Source.CheckAsync(CancellationToken.None);
        Assert.False(report.Succeeded);
        Assert.Equal(failure, report.Failure);
        Assert.Contains(advice, report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_name_that_the_server_repeats_is_not_told()
    {
        await using var trial = SourceTrial.Imap("""
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
            C: {tag} AUTHENTICATE PLAIN *
            S: {tag} NO [AUTHENTICATIONFAILED] Ann is not known here
            """);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.ReceiveAsync());
        Assert.Contains("(the user name) is not known here", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_is_asked_at_every_connect_and_a_refusal_is_told_with_the_next_request()
    {
        var secrets = new Secrets();
        await using var trial = SourceTrial.Imap(
            """
            S: * OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN] ready
            C: {tag} AUTHENTICATE PLAIN {base64 \0ann\0secret}
            S: {tag} NO [AUTHENTICATIONFAILED] no
            ---

            """ + ImapTrial.Opened,
            secrets: secrets);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.ReceiveAsync(new MailboxCursor("other")));
        Assert.Equal(MailFailure.LoginRefused, exception.Failure);
        Assert.False(exception.IsTransient);
        await trial.Source.SkipAsync(CancellationToken.None);
        Assert.Equal([false, true], secrets.WasRefused);
    }

    // Longer than any deadline and any IDLE: whoever waits for just so long waits for the next look.
    private static async Task WaitsAsync(SourceTrial trial, TimeSpan time)
    {
        var waiting = trial.Source.WaitForMailAsync(time, CancellationToken.None).AsTask();
        await trial.Time.UntilSomebodyWaitsAsync(time);
        trial.Time.Advance(time);
        Assert.False(await waiting);
    }

    private sealed class Secrets : ICredentialProvider
    {
        public List<bool> WasRefused { get; } = [];

        public ValueTask<string?> GetSecretAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            WasRefused.Add(request.WasRefused);
            Assert.Equal(("Mailboxes:support", "ann", "127.0.0.1"), (request.Key, request.UserName, request.Host));
            return ValueTask.FromResult<string?>("secret");
        }
    }
}
