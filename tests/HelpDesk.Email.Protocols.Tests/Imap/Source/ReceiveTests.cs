using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap.Source;

public sealed class ReceiveTests
{
    /// <summary>Three mails lie in INBOX: 5, 6 and 9.</summary>
    public const string Opened = ImapTrial.Opened;

    private const string Found = """
        C: {tag} UID SEARCH UID 1:*
        S: * SEARCH 5 6 9
        S: {tag} OK done
        C: {tag} UID FETCH 5:6,9 (UID RFC822.SIZE)
        S: * 1 FETCH (UID 5 RFC822.SIZE 5)
        S: * 2 FETCH (UID 6 RFC822.SIZE 6)
        S: * 3 FETCH (UID 9 RFC822.SIZE 5)
        S: {tag} OK done

        """;

    private const string Fetched = Found + """
        C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
        S: * 1 FETCH (UID 5 BODY[] {5}
        S: first)
        S: * 2 FETCH (UID 6 BODY[] {6}
        S: second)
        S: * 3 FETCH (UID 9 BODY[] {5}
        S: third)
        S: {tag} OK done

        """;

    [Fact]
    [Trait("Feature", "IN-03")]
    public async Task Mails_come_with_receipts_and_cursors_and_nothing_is_marked()
    {
        await using var trial = SourceTrial.Imap(Opened + Fetched);
        var mails = await trial.ReceiveAsync();
        Assert.Equal(["first", "second", "third"], mails.Select(mail => mail.Text));
        Assert.Equal([":77:5", ":77:6", ":77:9"], mails.Select(mail => mail.Receipt[^5..]));
        Assert.Equal(mails[^1].Cursor, trial.Source.Reached);
        Assert.Equal(3, mails.Select(mail => mail.Cursor).Distinct().Count());
    }

    [Fact]
    public async Task A_second_look_with_nothing_new_costs_one_round_trip()
    {
        await using var trial = SourceTrial.Imap(Opened + Fetched + """
            C: {tag} NOOP
            S: {tag} OK
            C: {tag} NOOP
            S: * 3 EXPUNGE
            S: {tag} OK
            """);
        await trial.ReceiveAsync();
        var reached = trial.Source.Reached;
        Assert.Empty(await trial.ReceiveAsync(reached));
        Assert.Empty(await trial.ReceiveAsync(reached));
        Assert.Equal(reached, trial.Source.Reached);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_first_look_with_nothing_new_costs_no_round_trip_behind_SELECT()
    {
        await using var first = SourceTrial.Imap(Opened + Fetched);
        await first.ReceiveAsync();
        await using var trial = SourceTrial.Imap(Opened);
        Assert.Empty(await trial.ReceiveAsync(first.Source.Reached));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_search_that_gives_the_last_mail_again_gives_nothing()
    {
        await using var trial = SourceTrial.Imap(Opened + Fetched + """
            C: {tag} NOOP
            S: * 4 EXISTS
            S: {tag} OK
            C: {tag} UID SEARCH UID 10:*
            S: * SEARCH 9
            S: {tag} OK
            C: {tag} NOOP
            S: {tag} OK
            """);
        await trial.ReceiveAsync();
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_mail_that_comes_for_one_that_goes_is_seen()
    {
        await using var trial = SourceTrial.Imap(Opened + Fetched + """
            C: {tag} NOOP
            S: * 1 EXPUNGE
            S: * 3 EXISTS
            S: {tag} OK
            C: {tag} UID SEARCH UID 10:*
            S: * SEARCH 12
            S: {tag} OK
            C: {tag} UID FETCH 12 (UID RFC822.SIZE)
            S: * 3 FETCH (UID 12 RFC822.SIZE 3)
            S: {tag} OK
            C: {tag} UID FETCH 12 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 12 BODY[] {3}
            S: new)
            S: {tag} OK
            """);
        await trial.ReceiveAsync();
        Assert.Equal(["new"], await trial.TextsAsync(trial.Source.Reached));
    }

    [Fact]
    [Trait("Feature", "IN-08")]
    public async Task A_look_brings_no_more_than_it_may_and_the_next_goes_on()
    {
        await using var trial = SourceTrial.Imap(Opened + """
            C: {tag} UID SEARCH UID 1:*
            S: * SEARCH 5 6 9
            S: {tag} OK done
            C: {tag} UID FETCH 5:6 (UID RFC822.SIZE)
            S: * 1 FETCH (UID 5 RFC822.SIZE 5)
            S: * 2 FETCH (UID 6 RFC822.SIZE 6)
            S: {tag} OK done
            C: {tag} UID FETCH 5:6 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] "first")
            S: * 2 FETCH (UID 6 BODY[] "second")
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK
            C: {tag} UID SEARCH UID 7:*
            S: * SEARCH 9
            S: {tag} OK
            C: {tag} UID FETCH 9 (UID RFC822.SIZE)
            S: * 3 FETCH (UID 9 RFC822.SIZE 5)
            S: {tag} OK
            C: {tag} UID FETCH 9 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 9 BODY[] "third")
            S: {tag} OK
            """);
        Assert.Equal(["first", "second"], await trial.TextsAsync(null, new ReceiveLimits(2, 1000)));
        Assert.Equal(["third"], await trial.TextsAsync(trial.Source.Reached, new ReceiveLimits(2, 1000)));
    }

    [Fact]
    public async Task A_mail_that_is_too_long_is_told_and_passed_over_unread()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5,9 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] "first")
            S: * 3 FETCH (UID 9 BODY[] "third")
            S: {tag} OK done
            """);
        Assert.Equal(["first", "third"], await trial.TextsAsync(null, new ReceiveLimits(100, 5)));
        Assert.Equal([5301], trial.Told);
    }

    [Fact]
    public async Task The_last_mail_being_too_long_moves_the_cursor_too()
    {
        await using var trial = SourceTrial.Imap(Opened + """
            C: {tag} UID SEARCH UID 1:*
            S: * SEARCH 9
            S: {tag} OK done
            C: {tag} UID FETCH 9 (UID RFC822.SIZE)
            S: * 3 FETCH (UID 9 RFC822.SIZE 2000)
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK
            """);
        Assert.Empty(await trial.ReceiveAsync());
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        await trial.Server.PlayedAsync();
        Assert.Equal([5301], trial.Told);
    }

    [Fact]
    public async Task A_mail_that_is_longer_than_the_server_told_is_passed_over_and_the_next_one_read()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] {9}
            S: much more)
            S: * 2 FETCH (UID 6 BODY[] {6}
            S: second)
            S: * 3 FETCH (UID 9 BODY[] {5}
            S: third)
            S: {tag} OK done
            """);
        Assert.Equal(["second", "third"], await trial.TextsAsync(null, new ReceiveLimits(100, 6)));
        Assert.Equal([5301], trial.Told);
    }

    [Fact]
    public async Task A_mail_that_the_server_refuses_is_found_by_halving_and_passed_over()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] "first")
            S: {tag} NO [SERVERBUG] internal error
            C: {tag} UID FETCH 6 (UID BODY.PEEK[])
            S: {tag} NO [SERVERBUG] internal error
            C: {tag} UID FETCH 9 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 9 BODY[] "third")
            S: {tag} OK
            C: {tag} NOOP
            S: {tag} OK
            """);
        Assert.Equal(["first", "third"], await trial.TextsAsync());
        Assert.Equal([5302], trial.Told);
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
    }

    [Fact]
    public async Task The_cursor_stays_below_a_mail_whose_turn_has_not_come()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 9 BODY[] "third")
            S: * 1 FETCH (UID 5 BODY[] "first")
            S: * 2 FETCH (UID 6 BODY[] "second")
            S: {tag} OK
            """);
        var mails = await trial.ReceiveAsync();
        Assert.Equal([":0::", ":5::", ":9::"], mails.Select(mail => mail.Cursor!.Value.Value[^4..]));
    }

    [Fact]
    public async Task A_server_without_quota_left_loses_no_mail()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
            S: {tag} NO [OVERQUOTA] Account exceeded command or bandwidth limits
            """);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.ReceiveAsync());
        Assert.Equal(MailFailure.OverQuota, exception.Failure);
        Assert.True(exception.IsTransient);
        Assert.Null(trial.Source.Reached);
    }

    [Fact]
    public async Task A_server_that_refuses_every_mail_loses_none()
    {
        await using var trial = SourceTrial.Imap(Opened + Found + """
            C: {tag} UID FETCH 5:6,9 (UID BODY.PEEK[])
            S: {tag} NO not now
            C: {tag} UID FETCH 5:6 (UID BODY.PEEK[])
            S: {tag} NO not now
            C: {tag} UID FETCH 5 (UID BODY.PEEK[])
            S: {tag} NO not now
            C: {tag} UID FETCH 6 (UID BODY.PEEK[])
            S: {tag} NO not now
            C: {tag} UID FETCH 9 (UID BODY.PEEK[])
            S: {tag} NO not now
            """);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.ReceiveAsync());
        Assert.Equal(MailFailure.CommandRefused, exception.Failure);
        Assert.Null(trial.Source.Reached);
    }

    [Fact]
    public async Task A_connection_that_rested_and_is_gone_is_replaced_without_a_word()
    {
        await using var trial = SourceTrial.Imap(Opened + Fetched + """
            C: {tag} NOOP
            close
            ---
            """ + "\n" + Opened);
        await trial.ReceiveAsync();
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached));
        Assert.Empty(trial.Told);
    }

    [Fact]
    public async Task Mail_from_before_a_moment_is_passed_over()
    {
        await using var trial = SourceTrial.Imap(Opened + """
            C: {tag} UID SEARCH UID 1:* SINCE 19-Nov-2026
            S: * SEARCH 5 6
            S: {tag} OK done
            C: {tag} UID FETCH 5:6 (UID RFC822.SIZE INTERNALDATE)
            S: * 1 FETCH (UID 5 RFC822.SIZE 5 INTERNALDATE "20-Nov-2026 09:59:59 +0000")
            S: * 2 FETCH (UID 6 RFC822.SIZE 6 INTERNALDATE "20-Nov-2026 11:00:00 +0100")
            S: {tag} OK done
            C: {tag} UID FETCH 6 (UID BODY.PEEK[])
            S: * 2 FETCH (UID 6 BODY[] "second")
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK
            """);
        var limits = new ReceiveLimits(100, 1000) { Since = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero) };
        Assert.Equal(["second"], await trial.TextsAsync(null, limits));
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached, limits));
    }

    [Fact]
    public async Task What_lies_there_can_be_skipped()
    {
        await using var trial = SourceTrial.Imap(Opened + """
            C: {tag} NOOP
            S: {tag} OK
            """);
        var skipped = await trial.Source.SkipAsync(CancellationToken.None);
        Assert.Empty(await trial.ReceiveAsync(skipped));
        Assert.Equal(skipped, trial.Source.Reached);
        await trial.Server.PlayedAsync();
    }
}
