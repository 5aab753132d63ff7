using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;

namespace HelpDesk.Email.Protocols.Tests.Imap.Source;

/// <summary>The server gives the folder another UIDVALIDITY.</summary>
public sealed class RenumberingTests
{
    private const string First = "Message-ID: <1@a.test>\r\n\r\nfirst";
    private const string Second = "Message-ID: <2@a.test>\r\n\r\nother";
    private const string Bare = "no id\r\n\r\n";

    // 78 where it was 77.
    private static readonly string Renumbered = ImapTrial.Opened.Replace("UIDVALIDITY 77", "UIDVALIDITY 78", StringComparison.Ordinal);

    private static readonly string Compared = Renumbered + """
        C: {tag} UID SEARCH UID 1:*
        S: * SEARCH 1 2 3
        S: {tag} OK done
        C: {tag} UID FETCH 1:3 (UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (Message-ID)])
        S: * 1 FETCH (UID 1 RFC822.SIZE 31 BODY[HEADER.FIELDS (Message-ID)] {26}
        S: Message-ID: <1@a.test>
        S: 
        S: )
        S: * 2 FETCH (UID 2 RFC822.SIZE 31 BODY[HEADER.FIELDS (Message-ID)] {26}
        S: Message-ID: <2@a.test>
        S: 
        S: )
        S: * 3 FETCH (UID 3 RFC822.SIZE 9 BODY[HEADER.FIELDS (Message-ID)] {2}
        S: 
        S: )
        S: {tag} OK done

        """;

    private static readonly MailboxCursor Before = new("imap1:0123456789ab:77:9::");

    private static ReceiveLimits Limits(IKnownMails known) => new(100, 1000) { Known = known };

    [Fact]
    public async Task What_is_known_by_Message_ID_and_length_is_not_fetched()
    {
        await using var trial = SourceTrial.Imap(Compared + """
            C: {tag} UID FETCH 2:3 (UID BODY.PEEK[])
            S: * 2 FETCH (UID 2 BODY[] {31}
            S: Message-ID: <2@a.test>
            S: 
            S: other)
            S: * 3 FETCH (UID 3 BODY[] {9}
            S: no id
            S: 
            S: )
            S: {tag} OK done
            """);
        var known = new KnownMailsOf(("<1@a.test>", First), ("", Bare));
        var mails = await trial.ReceiveAsync(Before, Limits(known));

        // The mail without an id was fetched, and is known by its octets.
        Assert.Equal(Second, Assert.Single(mails).Text);
        Assert.EndsWith(":78:2", mails[0].Receipt, StringComparison.Ordinal);
        Assert.Equal(2, known.Compared);
        Assert.Equal([5303, 5304], trial.Told);
        Assert.EndsWith(":78:9::", trial.Source.Reached!.Value.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_with_a_known_Message_ID_and_other_octets_comes()
    {
        await using var trial = SourceTrial.Imap(Compared + """
            C: {tag} UID FETCH 2 (UID BODY.PEEK[])
            S: * 2 FETCH (UID 2 BODY[] {31}
            S: Message-ID: <2@a.test>
            S: 
            S: other)
            S: {tag} OK done
            """.Replace("FETCH 2 ", "FETCH 2:3 ", StringComparison.Ordinal));
        var known = new KnownMailsOf(("<1@a.test>", First), ("<2@a.test>", Second + "!"));
        Assert.Equal([Second], await trial.TextsAsync(Before, Limits(known)));
    }

    [Fact]
    public async Task The_comparison_goes_on_in_the_next_look_where_one_look_is_not_enough()
    {
        await using var trial = SourceTrial.Imap(Compared + """
            C: {tag} UID FETCH 1 (UID BODY.PEEK[])
            S: * 1 FETCH (UID 1 BODY[] {31}
            S: Message-ID: <1@a.test>
            S: 
            S: first)
            S: {tag} OK done
            C: {tag} NOOP
            S: {tag} OK
            C: {tag} UID SEARCH UID 2:*
            S: * SEARCH 2 3
            S: {tag} OK done
            C: {tag} UID FETCH 2:3 (UID RFC822.SIZE BODY.PEEK[HEADER.FIELDS (Message-ID)])
            S: * 2 FETCH (UID 2 RFC822.SIZE 31 BODY[HEADER.FIELDS (Message-ID)] {26}
            S: Message-ID: <2@a.test>
            S: 
            S: )
            S: * 3 FETCH (UID 3 RFC822.SIZE 9 BODY[HEADER.FIELDS (Message-ID)] {2}
            S: 
            S: )
            S: {tag} OK done
            C: {tag} UID FETCH 3 (UID BODY.PEEK[])
            S: * 3 FETCH (UID 3 BODY[] {9}
            S: no id
            S: 
            S: )
            S: {tag} OK done
            """);
        var known = new KnownMailsOf(("<2@a.test>", Second), ("", Bare));
        Assert.Equal([First], await trial.TextsAsync(Before, Limits(known) with { MaxMails = 1 }));
        Assert.Empty(await trial.ReceiveAsync(trial.Source.Reached, Limits(known) with { MaxMails = 1 }));
    }

    [Fact]
    public async Task History_that_was_skipped_stays_skipped()
    {
        await using var trial = SourceTrial.Imap(Renumbered + """
            C: {tag} UID SEARCH UID 1:* SINCE 20-Nov-2026
            S: * SEARCH 1 2
            S: {tag} OK done
            C: {tag} UID FETCH 1:2 (UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (Message-ID)])
            S: * 1 FETCH (UID 1 RFC822.SIZE 31 INTERNALDATE "21-Nov-2026 08:00:00 +0000" BODY[HEADER.FIELDS (Message-ID)] "")
            S: * 2 FETCH (UID 2 RFC822.SIZE 9 INTERNALDATE "21-Nov-2026 10:30:00 +0000" BODY[HEADER.FIELDS (Message-ID)] "")
            S: {tag} OK done
            C: {tag} UID FETCH 2 (UID BODY.PEEK[])
            S: * 2 FETCH (UID 2 BODY[] "new")
            S: {tag} OK done
            """);
        var skippedAt = trial.Time.GetUtcNow().ToUnixTimeSeconds();
        Assert.Equal(["new"], await trial.TextsAsync(new MailboxCursor($"imap1:0123456789ab:77:9:{skippedAt}:"), Limits(new KnownMailsOf())));
    }

    [Fact]
    public async Task A_cursor_of_another_kind_of_source_is_compared_too()
    {
        await using var trial = SourceTrial.Imap(Compared + """
            C: {tag} UID FETCH 3 (UID BODY.PEEK[])
            S: {tag} OK done
            """);
        Assert.Empty(await trial.ReceiveAsync(new MailboxCursor("something else"), Limits(new KnownMailsOf(("<1@a.test>", First), ("<2@a.test>", Second)))));
    }

    [Fact]
    public async Task An_acknowledgement_under_an_old_number_finds_the_mail_again_and_is_sure_of_it()
    {
        await using var trial = SourceTrial.Imap(Renumbered + """
            C: {tag} UID SEARCH HEADER "Message-ID" "<1@a.test>"
            S: * SEARCH 4 7
            S: {tag} OK
            C: {tag} UID FETCH 4,7 (UID BODY.PEEK[])
            S: * 4 FETCH (UID 4 BODY[] "another")
            S: * 7 FETCH (UID 7 BODY[] {31}
            S: Message-ID: <1@a.test>
            S: 
            S: first)
            S: {tag} OK
            C: {tag} UID SEARCH HEADER "Message-ID" "<2@a.test>"
            S: * SEARCH
            S: {tag} OK
            C: {tag} UID STORE 7 +FLAGS.SILENT (\Seen)
            S: {tag} OK
            """);
        var done = await trial.AcknowledgeAsync(
            AfterProcessing.MarkRead,
            new Acknowledgement(1, new MailReceipt("imap1:0123456789ab:77:5"), "<1@a.test>", KnownMailsOf.HashOf(First)),
            new Acknowledgement(2, new MailReceipt("imap1:0123456789ab:77:6"), "<2@a.test>", KnownMailsOf.HashOf(Second)));
        Assert.Equal([1, 2], done.Order());
        await trial.Server.PlayedAsync();
        Assert.Equal([5310], trial.Told);
    }
}
