using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Imap.Source;
using HelpDesk.Email.Protocols.Tests.Sources;
using Microsoft.Extensions.Logging.Abstractions;

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
        Assert.EndsWith($":78:9:::{In48Hours(trial)}", trial.Source.Reached!.Value.Value, StringComparison.Ordinal);
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
    public async Task A_folder_that_was_empty_when_it_was_numbered_anew_is_compared_while_it_is_filled_again()
    {
        await using var server = new SmallImapServer { UidValidity = 78 };
        var known = new KnownMailsOf(("<1@a.test>", First), ("", Bare));
        await using var source = Source(server, TimeProvider.System);
        Assert.Empty(await LookAsync(source, Before, known));

        server.Deliver(Encoding.ASCII.GetBytes(First));
        server.Deliver(Encoding.ASCII.GetBytes(Bare));
        Assert.Empty(await LookAsync(source, source.Reached, known));

        server.Deliver(Encoding.ASCII.GetBytes(Second));
        Assert.Equal([Second], await LookAsync(source, source.Reached, known));
    }

    [Fact]
    public async Task After_two_days_nothing_is_compared_any_more()
    {
        await using var server = new SmallImapServer { UidValidity = 78 };
        var known = new KnownMailsOf(("<1@a.test>", First));
        await using var source = Source(server, TimeProvider.System);
        Assert.Empty(await LookAsync(source, Before, known));
        string[] words = [.. source.Reached!.Value.Value.Split(':')[..6], DateTimeOffset.UtcNow.AddMinutes(-1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture)];

        server.Deliver(Encoding.ASCII.GetBytes(First));
        Assert.Equal([First], await LookAsync(source, new MailboxCursor(string.Join(':', words)), known));
        Assert.EndsWith(":78:1::", source.Reached!.Value.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_copy_of_a_mail_that_came_under_the_new_numbers_comes_too()
    {
        await using var server = new SmallImapServer { UidValidity = 78 };
        var known = new KnownMailsOf();
        await using var source = Source(server, TimeProvider.System);
        server.Deliver(Encoding.ASCII.GetBytes(First));
        Assert.Equal([First], await LookAsync(source, Before, known));

        server.Deliver(Encoding.ASCII.GetBytes(First));
        var receipt = source.Reached!.Value.Value.Split(':')[..3];
        var committed = new KnownMailsOf(("<1@a.test>", First)) { Receipt = string.Join(':', receipt) + ":1" };
        Assert.Equal([First], await LookAsync(source, source.Reached, committed));
    }

    [Theory]
    [InlineData("imap1:0123456789ab:78:9::")]
    [InlineData("imap1:0123456789ab:78:9::12")]
    public void A_cursor_of_an_earlier_version_is_read(string cursor) =>
        Assert.Equal(9u, ImapCursor.Read(new MailboxCursor(cursor))!.Through.Uid);

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

    private static long In48Hours(SourceTrial trial) => (trial.Time.GetUtcNow() + TimeSpan.FromHours(48)).ToUnixTimeSeconds();

    private static IMailboxSource Source(SmallImapServer server, TimeProvider time) =>
        new ImapMailboxSourceFactory(null, time, NullLogger<ImapMailboxSource>.Instance)
            .Create("support", new MailboxOptions { Host = "127.0.0.1", Port = server.Port, Encryption = MailEncryption.None, UserName = "ann", Password = "secret" });

    private static async Task<List<string>> LookAsync(IMailboxSource source, MailboxCursor? cursor, IKnownMails known)
    {
        var texts = new List<string>();
        await foreach (var mail in source.ReceiveAsync(cursor, new ReceiveLimits(100, 1000) { Known = known }, CancellationToken.None))
        {
            using var content = mail.Content;
            Assert.True(content.TryGetMemory(out var octets));
            texts.Add(Encoding.ASCII.GetString(octets.Span));
        }

        return texts;
    }
}
