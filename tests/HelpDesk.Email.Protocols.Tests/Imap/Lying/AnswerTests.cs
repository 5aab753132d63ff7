using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;
using static HelpDesk.Email.Protocols.Tests.Imap.Lying.LyingTrial;

namespace HelpDesk.Email.Protocols.Tests.Imap.Lying;

/// <summary>Servers that lie in their answers to an open folder.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("silence")]
    [InlineData("S: * 4 EXISTS\nsilence")]
    [InlineData("S~ {tag} OK do\nsilence")]
    [InlineData("S~ {tag}\nsilence")]
    public async Task A_server_that_falls_silent_in_an_answer_meets_the_deadline(string rest) =>
        Assert.Equal("NOOP", (await TimesOut(Noop, "C: {tag} NOOP\n" + rest)).Step);

    [Fact]
    public async Task A_server_that_talks_for_ever_of_other_things_meets_the_deadline()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} NOOP
            S: * OK still here
            wait first
            S: * OK still here
            wait second
            S: * OK still here
            silence
            """);
        var working = trial.Client.NoopAsync(None).AsTask();
        foreach (var gate in new[] { "first", "second" })
        {
            await trial.Time.UntilSomebodyWaitsAsync(TimeSpan.FromMinutes(2));
            trial.Time.Advance(TimeSpan.FromSeconds(50));
            trial.Server.Open(gate);
        }

        await trial.Server.Silent;
        while (!working.IsCompleted)
        {
            trial.Time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        Assert.Equal(MailFailure.TimedOut, (await Assert.ThrowsAsync<MailProtocolException>(() => working)).Failure);
    }

    [Theory]
    [InlineData("S: * BYE shutting down")]
    [InlineData("S: * 1 EXISTS\nS: * BYE shutting down\nclose")]
    public async Task A_server_that_says_BYE_in_an_answer_is_quoted(string rest) =>
        Assert.Equal("shutting down", (await Fails(MailFailure.ServerClosing, Noop, "C: {tag} NOOP\n" + rest)).ServerText);

    [Theory]
    [InlineData("close")]
    [InlineData("reset")]
    [InlineData("S~ {tag} OK do\nclose")]
    [InlineData("S~ * \nreset")]
    public Task A_server_that_goes_in_an_answer(string rest) => Fails(MailFailure.ConnectionLost, Noop, "C: {tag} NOOP\n" + rest);

    [Theory]
    [InlineData("S: * -1 EXISTS")]
    [InlineData("S: * 1.5 EXISTS")]
    [InlineData("S: * 4294967296 EXISTS")]
    [InlineData("S: * 99999999999999999999999 EXISTS")]
    [InlineData("S: * 5")]
    [InlineData("S: *")]
    [InlineData("S: * ")]
    [InlineData("S: {tag}")]
    [InlineData("S: {tag} DONE")]
    [InlineData("S: {tag} PREAUTH in")]
    [InlineData("S: + go on")]
    [InlineData("S: * 5 EXISTS many")]
    [InlineData("S: * OK [UIDVALIDITY 78] changed")]
    [InlineData("S: * OK [UIDVALIDITY 0] none")]
    [InlineData("S: * OK [UIDVALIDITY x] none")]
    [InlineData("S: * OK [UIDNEXT -1] none")]
    [InlineData("S~ * XLIST \"a\\n\"\\r\\n")]
    [InlineData("S: * XTHING {1.5}")]
    [InlineData("S: * XTHING {-1}")]
    [InlineData("S: * XTHING {9223372036854775808}")]
    [InlineData("S: * XTHING {}")]
    [InlineData("S: * XTHING {5")]
    [InlineData("S: * XTHING \"open")]
    public Task An_answer_that_the_protocol_forbids(string line) => Fails(MailFailure.ProtocolViolation, Noop, $"C: {{tag}} NOOP\n{line}\nsilence");

    [Fact]
    public async Task An_unsolicited_answer_of_an_unknown_kind_is_passed_over_with_its_literals()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} NOOP
            S: * XTHING (a "b" {3}
            S: ))) NIL) {2}
            S: xx ~{1}
            S: y
            S: * VANISHED (EARLIER) 41,43:116
            S: * 2 FETCH (FLAGS (\Seen) X-GM-LABELS (a (b "c")) UID 9)
            S: * 0 RECENT
            S: * 99 EXPUNGE
            S: * NO disk is nearly full
            S: * BAD you worry me
            S: * OK [XCODE some ( things] {5}
            S~ {tag}  OK   done  \x20\r\n
            """);
        await trial.Client.NoopAsync(None);
        Assert.Equal(2, trial.Inbox.Exists);
    }

    [Fact]
    public Task Lists_in_lists_without_end() => Fails(MailFailure.LimitExceeded, Fetch, """
        C: {tag} UID FETCH *
        S~ * 1 FETCH (XTHING\x20
        S-many: 1000000 (
        silence
        """);

    [Fact]
    public Task An_answer_without_end() => Fails(MailFailure.LimitExceeded, Noop, """
        C: {tag} NOOP
        S~ * XTHING
        S-many: 20000000  x
        """);

    [Fact]
    public Task A_quoted_string_without_end() => Fails(MailFailure.LimitExceeded, Noop, """
        C: {tag} NOOP
        S~ * XTHING "
        S-many: 20000000 x
        """);

    [Theory]
    [InlineData("S: * SEARCH 5 0 7")]
    [InlineData("S: * SEARCH 5 -7")]
    [InlineData("S: * SEARCH 5.0")]
    [InlineData("S: * SEARCH 4294967296")]
    [InlineData("S: * SEARCH 5,7")]
    public Task A_search_that_finds_what_is_no_UID(string line) => Fails(MailFailure.ProtocolViolation, Search, $"C: {{tag}} UID SEARCH ALL\n{line}\nsilence");

    [Fact]
    public Task A_search_that_finds_more_than_a_million() => Fails(MailFailure.LimitExceeded, Search, """
        C: {tag} UID SEARCH ALL
        S~ * SEARCH
        S-many: 1000001  7
        S:
        silence
        """);

    [Theory]
    [InlineData("1:4294967295")]
    [InlineData("1:*")]
    [InlineData("0")]
    [InlineData("1,,2")]
    [InlineData("(1)")]
    public async Task A_set_that_is_none_or_has_no_end(string set)
    {
        await using var trial = await ImapTrial.ConnectAsync($$"""
            S: * PREAUTH [CAPABILITY IMAP4rev1 ESEARCH] in
            C: {tag} SELECT "INBOX"
            S: {tag} OK open
            C: {tag} UID SEARCH RETURN (ALL) ALL
            S: * ESEARCH (TAG "A0002") UID ALL {{set}}
            silence
            """);
        var inbox = await trial.Client.SelectAsync("INBOX", None);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => inbox.SearchAsync("ALL", None).AsTask());
        Assert.True(exception.Failure is MailFailure.LimitExceeded or MailFailure.ProtocolViolation);
    }

    [Fact]
    public Task A_COPYUID_whose_sets_do_not_match() => Fails(MailFailure.ProtocolViolation, trial => trial.Inbox.CopyAsync(ImapUidSet.Of(5), "Done", None).AsTask(), """
        C: {tag} UID COPY 5 "Done"
        S: {tag} OK [COPYUID 38505 5,6 304] copied
        """);

    [Fact]
    public async Task A_folder_that_is_missing_after_all_leaves_no_folder_open()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} SELECT "Other"
            S: {tag} NO no such mailbox
            C: {tag} NOOP
            S: {tag} OK done
            """);
        Assert.Equal(MailFailure.FolderMissing, (await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.SelectAsync("Other", None).AsTask())).Failure);
        Assert.Equal(ImapState.Authenticated, trial.Client.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Search(trial));
        await Noop(trial);
    }

    [Theory]
    [InlineData("S: {tag} NO not now", MailFailure.CommandRefused)]
    [InlineData("S: {tag} OK done already", MailFailure.ProtocolViolation)]
    [InlineData("S: * BYE no", MailFailure.ServerClosing)]
    [InlineData("close", MailFailure.ConnectionLost)]
    [InlineData("S: + idling\nclose", MailFailure.ConnectionLost)]
    [InlineData("S: + idling\nS: * BYE autologout", MailFailure.ServerClosing)]
    [InlineData("S: + idling\nS: * 4 EXISTS\nC: DONE\nS: {tag} NO never", MailFailure.CommandRefused)]
    public async Task An_IDLE_that_goes_wrong(string rest, MailFailure failure)
    {
        await using var trial = await ImapTrial.OpenAsync("C: {tag} IDLE\n" + rest);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Inbox.IdleAsync(TimeSpan.FromMinutes(9), None).AsTask());
        Assert.Equal(failure, exception.Failure);
    }

    [Fact]
    public async Task An_IDLE_whose_DONE_is_not_answered()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} IDLE
            S: + idling
            S: * 4 EXISTS
            C: DONE
            silence
            """);
        Assert.Equal("DONE", (await trial.TimesOutAsync(() => trial.Inbox.IdleAsync(TimeSpan.FromMinutes(9), None).AsTask())).Step);
    }

    [Fact]
    public async Task A_goodbye_that_is_not_answered_holds_nobody_up()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} LOGOUT
            silence
            """);
        var leaving = trial.Client.LogoutAsync(None).AsTask();
        await trial.Server.Silent;
        while (!leaving.IsCompleted)
        {
            trial.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await leaving;
    }
}
