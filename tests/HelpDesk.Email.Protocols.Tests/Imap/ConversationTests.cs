using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Protocols.Sasl;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap;

public sealed class ConversationTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_server_that_says_what_it_offers_in_its_greeting_is_not_asked()
    {
        await using var trial = await ImapTrial.LogInAsync("""
            C: {tag} LOGOUT
            S: * BYE see you
            S: {tag} OK bye
            """);
        Assert.Equal(ImapState.Authenticated, trial.Client.State);
        Assert.True(trial.Client.Offers("literal+"));
        Assert.False(trial.Client.Offers("AUTH=PLAIN"));
        await trial.Client.LogoutAsync(None);
        Assert.False(trial.Client.IsUsable);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_asked_before_and_after_the_log_in()
    {
        await using var trial = await ImapTrial.ConnectAsync("""
            S: * OK ready
            C: {tag} CAPABILITY
            S: * CAPABILITY IMAP4rev1
            S: {tag} OK done
            C: {tag} LOGIN "ann" "secret"
            S: {tag} OK in
            C: {tag} CAPABILITY
            S: * CAPABILITY IMAP4rev1 IDLE
            S: {tag} OK done
            """);
        await trial.Client.LoginAsync(ImapTrial.Ann, null, None);
        Assert.True(trial.Client.Offers("IDLE"));
    }

    [Fact]
    public async Task A_password_that_can_not_be_quoted_goes_as_a_literal()
    {
        await using var trial = await ImapTrial.ConnectAsync("""
            S: * OK [CAPABILITY IMAP4rev1] ready
            C: {tag} LOGIN "an\"n" {9}
            S: + go on
            C~ sécret\xC3\x9F
            C:
            S: {tag} OK [CAPABILITY IMAP4rev1] in
            """);
        await trial.Client.LoginAsync(MailCredential.Password("an\"n", "sécretß"), null, None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_folder_is_opened_with_all_that_the_server_tells()
    {
        await using var trial = await ImapTrial.LogInAsync("""
            C: {tag} SELECT "INBOX"
            S: * FLAGS (\Answered \Seen)
            S: * 172 EXISTS
            S: * 1 RECENT
            S: * OK [UNSEEN 12] first
            S: * OK [UIDVALIDITY 3857529045] valid
            S: * OK [UIDNEXT 4392] next
            S: * OK [PERMANENTFLAGS (\Deleted \Seen \*)] limited
            S: * OK [HIGHESTMODSEQ 715194045007] highest
            S: {tag} OK [READ-WRITE] open
            C: {tag} NOOP
            S: * 173 EXISTS
            S: * 5 EXPUNGE
            S: {tag} OK done
            """);
        var inbox = await trial.Client.SelectAsync("INBOX", None);
        Assert.Equal((172, 3857529045u, 4392u, 715194045007, false), (inbox.Exists, inbox.UidValidity!.Value, inbox.UidNext!.Value, inbox.HighestModSeq!.Value, inbox.IsReadOnly));
        Assert.Equal(["\\Deleted", "\\Seen", "\\*"], inbox.PermanentFlags);
        await trial.Client.NoopAsync(None);
        Assert.Equal(172, inbox.Exists);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_told_apart_and_the_conversation_goes_on()
    {
        await using var trial = await ImapTrial.LogInAsync("""
            C: {tag} SELECT "Caf&AOk-"
            S: {tag} NO [NONEXISTENT] no such mailbox
            C: {tag} EXAMINE "INBOX"
            S: * 0 EXISTS
            S: {tag} OK [READ-ONLY] open
            """);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.SelectAsync("Café", None).AsTask());
        Assert.Equal((MailFailure.FolderMissing, "NONEXISTENT", "no such mailbox"), (exception.Failure, exception.ResponseCode, exception.ServerText));
        Assert.True((await trial.Client.ExamineAsync("INBOX", None)).IsReadOnly);
    }

    [Fact]
    public async Task Mails_are_found_by_search_and_by_its_shorter_form()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID SEARCH UID 5:* UNDELETED
            S: * SEARCH 9 5 7
            S: {tag} OK done
            C: {tag} UID SEARCH HEADER "Message-ID" "<a@b>"
            S: * SEARCH
            S: {tag} OK done
            """);
        Assert.Equal([5u, 7u, 9u], await trial.Inbox.SearchAsync("UID 5:* UNDELETED", None));
        Assert.Empty(await trial.Inbox.SearchHeaderAsync("Message-ID", "<a@b>", None));

        await using var extended = await ImapTrial.ConnectAsync("""
            S: * PREAUTH [CAPABILITY IMAP4rev1 ESEARCH] in
            C: {tag} SELECT "INBOX"
            S: * 3 EXISTS
            S: {tag} OK open
            C: {tag} UID SEARCH RETURN (ALL) ALL
            S: * ESEARCH (TAG "A0002") UID COUNT 5 ALL 2:4,10:9
            S: {tag} OK done
            """);
        var inbox = await extended.Client.SelectAsync("INBOX", None);
        Assert.Equal([2u, 3u, 4u, 9u, 10u], await inbox.SearchAsync("ALL", None));
    }

    [Fact]
    public async Task Mails_are_asked_about_without_being_marked()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID FETCH 5:* (UID FLAGS RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID DATE)])
            S: * 1 FETCH (FLAGS (\Seen $Junk) UID 5 RFC822.SIZE 4286 INTERNALDATE "17-Jul-2026 02:44:25 -0700" BODY[HEADER.FIELDS ("MESSAGE-ID" DATE)] {21}
            S~ Message-ID: <a@b>\r\n\r\n)\r\n
            S: * 2 FETCH (INTERNALDATE " 7-Jul-2026 02:44:25 +0000" MODSEQ (12) UID 6 BODY[HEADER.FIELDS (MESSAGE-ID DATE)] "" FLAGS () RFC822.SIZE 0)
            S: {tag} OK done
            """);
        var items = new ImapFetchItems { Size = true, Flags = true, InternalDate = true, HeaderFields = ["MESSAGE-ID", "DATE"] };
        var mails = new List<ImapMessage>();
        await foreach (var mail in trial.Inbox.FetchAsync(ImapUidSet.From(5), items, None))
        {
            mails.Add(mail);
        }

        Assert.Equal([(5u, 4286L), (6u, 0L)], mails.Select(mail => (mail.Uid, mail.Size!.Value)));
        Assert.Equal(new DateTimeOffset(2026, 7, 17, 2, 44, 25, TimeSpan.FromHours(-7)), mails[0].InternalDate);
        Assert.Equal(new DateTimeOffset(2026, 7, 7, 2, 44, 25, TimeSpan.Zero), mails[1].InternalDate);
        Assert.Equal(["\\Seen", "$Junk"], mails[0].Flags);
        Assert.Equal("Message-ID: <a@b>\r\n\r\n", System.Text.Encoding.ASCII.GetString(mails[0].HeaderFields!.Value.Span));
        Assert.Equal(12, mails[1].ModSeq);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Mails_come_whole_whatever_pieces_they_come_in(int pieceLength)
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID FETCH 5:7 (UID BODY.PEEK[])
            S: * 4 EXISTS
            S: * 1 FETCH (UID 5 BODY[] {6}
            S~ one\r\n))\r\n
            S: * 2 FETCH (BODY[] {0}
            S: UID 6)
            S: * 3 FETCH (UID 7 BODY[] "a \"b\" \\")
            S: * 3 FETCH (FLAGS (\Seen))
            S: {tag} OK done
            """, pieceLength);
        Assert.Equal([(5u, "one\r\n)"), (6u, ""), (7u, "a \"b\" \\")], await trial.FetchAsync(5, 6, 7));
        Assert.Equal(4, trial.Inbox.Exists);
    }

    [Fact]
    public async Task Batches_of_mails_are_asked_for_ahead()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {one} UID FETCH 1:50 (UID BODY.PEEK[])
            C: {two} UID FETCH 51:100 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 1 BODY[] "a")
            S: {one} OK done
            C: {three} UID FETCH 101 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 101 BODY[] "c")
            S: {three} OK done
            S: * 2 FETCH (UID 60 BODY[] "b")
            S: {two} OK done
            """);
        Assert.Equal([(1u, "a"), (101u, "c"), (60u, "b")], await trial.FetchAsync([.. Enumerable.Range(1, 101).Select(uid => (uint)uid)]));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Who_leaves_the_loop_early_can_go_on_with_the_connection()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID FETCH 5:6 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] "a")
            S: * 2 FETCH (UID 6 BODY[] {3}
            S: abc)
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK done
            """);
        await foreach (var fetched in trial.Inbox.FetchAsync([5, 6], new ImapFetchItems(), ImapTrial.ReadAsync, None))
        {
            Assert.Equal("a", fetched.Content);
            await Assert.ThrowsAsync<InvalidOperationException>(() => trial.Client.NoopAsync(None).AsTask());
            break;
        }

        await trial.Client.NoopAsync(None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task What_a_reader_leaves_of_a_mail_is_thrown_away()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID FETCH 5 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] {100000}
            S-many: 100000 x
            S: )
            S: {tag} OK done
            """);
        await foreach (var fetched in trial.Inbox.FetchAsync([5], new ImapFetchItems(), async (octets, _, token) => await octets.ReadAsync(new byte[10], token), None))
        {
            Assert.InRange(fetched.Content, 1, 10);
        }

        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_reader_that_fails_closes_the_connection_and_its_exception_goes_on()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID FETCH 5 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 5 BODY[] {100000}
            silence
            """);
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var _ in trial.Inbox.FetchAsync<int>([5], new ImapFetchItems(), (_, _, _) => throw new InvalidDataException(), None))
            {
            }
        });
        Assert.False(trial.Client.IsUsable);
    }

    [Fact]
    public async Task Mails_are_marked_moved_copied_and_expunged()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} UID STORE 5,7 +FLAGS.SILENT (\Seen)
            S: {tag} OK done
            C: {tag} UID MOVE 5:6 "Done"
            S: * OK [COPYUID 38505 5:6 304,306] moved
            S: * 1 EXPUNGE
            S: * 1 EXPUNGE
            S: {tag} OK done
            C: {tag} UID COPY 7 "Done"
            S: {tag} OK [COPYUID 38505 7 307] copied
            C: {tag} UID EXPUNGE 7
            S: {tag} OK done
            C: {tag} UID MOVE 8 "Gone"
            S: {tag} NO [TRYCREATE] make it first
            C: {tag} CREATE "Gone"
            S: {tag} OK done
            """);
        await trial.Inbox.StoreAsync(ImapUidSet.Of(7, 5), ImapFlagChange.Add, ["\\Seen"], None);
        var moved = await trial.Inbox.MoveAsync(ImapUidSet.Of(5, 6), "Done", None);
        Assert.Equal((38505u, 304u, 306u), (moved.UidValidity, moved.Uids[5], moved.Uids[6]));
        Assert.Equal(1, trial.Inbox.Exists);
        Assert.Equal(307u, (await trial.Inbox.CopyAsync(ImapUidSet.Of(7), "Done", None)).Uids[7]);
        await trial.Inbox.ExpungeAsync(ImapUidSet.Of(7), None);
        Assert.Equal(MailFailure.FolderMissing, (await Assert.ThrowsAsync<MailProtocolException>(() => trial.Inbox.MoveAsync(ImapUidSet.Of(8), "Gone", None).AsTask())).Failure);
        await trial.Client.CreateAsync("Gone", None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Folders_and_namespaces_are_listed_by_their_names()
    {
        await using var trial = await ImapTrial.ConnectAsync("""
            S: * PREAUTH [CAPABILITY IMAP4rev1 NAMESPACE ID] in
            C: {tag} LIST "" "*"
            S: * LIST (\HasNoChildren \Trash) "/" Trash
            S: * LIST (\Noselect) "/" {10}
            S: Caf&AOk-/x (CHILDINFO ("SUBSCRIBED"))
            S: * LIST () NIL "a \"b\""
            S: {tag} OK done
            C: {tag} NAMESPACE
            S: * NAMESPACE (("" "/")("#mh/" NIL "X-PARAM" ("FLAG1" "FLAG2"))) NIL (("Public." "."))
            S: {tag} OK done
            C: {tag} ID ("name" "help")
            S: * ID ("name" "Server" "version" NIL)
            S: {tag} OK done
            """);
        var folders = await trial.Client.ListAsync("*", None);
        Assert.Equal(["Trash", "Café/x", "a \"b\""], folders.Select(folder => folder.Name));
        Assert.True(folders[0].Has("\\trash"));
        Assert.Equal((false, '/', null), (folders[1].IsSelectable, folders[1].Separator, folders[2].Separator));
        Assert.Equal(
            [new(ImapNamespaceKind.Personal, "", '/'), new(ImapNamespaceKind.Personal, "#mh/", null), new(ImapNamespaceKind.Shared, "Public.", '.')],
            await trial.Client.NamespacesAsync(None));
        Assert.Equal("Server", (await trial.Client.IdentifyAsync(new Dictionary<string, string> { ["name"] = "help" }, None))["NAME"]);
    }

    [Fact]
    public async Task Idle_wakes_when_mail_comes_and_ends_when_it_does_not()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} IDLE
            S: + idling
            S: * OK still here
            S: * 4 EXISTS
            C: DONE
            S: {tag} OK done
            C: {tag} IDLE
            S: + idling
            wait ready
            C: DONE
            S: {tag} OK done
            C: {tag} IDLE
            S: + idling
            wait cancelled
            C: DONE
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK done
            """);
        Assert.True(await trial.Inbox.IdleAsync(TimeSpan.FromMinutes(9), None));

        var idling = trial.Inbox.IdleAsync(TimeSpan.FromMinutes(8), None);
        await trial.Time.UntilSomebodyWaitsAsync(TimeSpan.FromMinutes(8));
        trial.Time.Advance(TimeSpan.FromMinutes(8));
        trial.Server.Open("ready");
        Assert.False(await idling);

        using var cancel = new CancellationTokenSource();
        idling = trial.Inbox.IdleAsync(TimeSpan.FromMinutes(7), cancel.Token);
        await trial.Time.UntilSomebodyWaitsAsync(TimeSpan.FromMinutes(7));
        await cancel.CancelAsync();
        trial.Server.Open("cancelled");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => idling.AsTask());
        await trial.Client.NoopAsync(None);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_cancelled_token_cuts_a_command_short()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} NOOP
            silence
            """);
        using var cancel = new CancellationTokenSource();
        var working = trial.Client.NoopAsync(cancel.Token).AsTask();
        await trial.Server.Silent;
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);
        Assert.False(trial.Client.IsUsable);
        Assert.Equal(MailFailure.ConnectionLost, (await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.NoopAsync(None).AsTask())).Failure);
    }

    [Fact]
    public async Task A_command_in_the_wrong_state_is_a_mistake_of_the_caller()
    {
        await using var trial = await ImapTrial.ConnectAsync("S: * OK [CAPABILITY IMAP4rev1] ready");
        await Assert.ThrowsAsync<InvalidOperationException>(() => trial.Client.ListAsync("*", None).AsTask());
        Assert.True(trial.Client.IsUsable);
    }

    [Fact]
    public async Task A_folder_is_of_no_use_once_another_one_is_open()
    {
        await using var trial = await ImapTrial.OpenAsync("""
            C: {tag} SELECT "Other"
            S: * OK [CLOSED] closed
            S: * 1 EXISTS
            S: * OK [UIDVALIDITY 5] valid
            S: {tag} OK open
            """);
        var other = await trial.Client.SelectAsync("Other", None);
        Assert.Equal(5u, other.UidValidity);
        await Assert.ThrowsAsync<InvalidOperationException>(() => trial.Inbox.SearchAsync("ALL", None).AsTask());
    }
}
