using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap.Source;

[Trait("Feature", "IN-09")]
public sealed class AcknowledgeTests
{
    private static readonly string Tag = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("127.0.0.1\nann\nINBOX"u8))[..12];

    private static Acknowledgement[] Mails => [Mail(1, 5), Mail(2, 6), Mail(3, 9)];

    [Fact]
    public async Task Mails_are_marked_as_read_in_one_command()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened + """
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Seen)
            S: {tag} OK
            """);
        Assert.Equal([1, 2, 3], await trial.AcknowledgeAsync(AfterProcessing.MarkRead, Mails));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Mails_are_deleted_and_nothing_else_is_expunged()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened + """
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Deleted)
            S: {tag} OK
            C: {tag} UID EXPUNGE 5:6,9
            S: {tag} OK
            """);
        Assert.Equal([1, 2, 3], await trial.AcknowledgeAsync(AfterProcessing.Delete, Mails));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Without_UIDPLUS_mails_are_only_flagged_and_that_is_told_once()
    {
        await using var trial = SourceTrial.Imap(Without("UIDPLUS") + """
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Deleted)
            S: {tag} OK
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Deleted)
            S: {tag} OK
            """);
        Assert.Equal(3, (await trial.AcknowledgeAsync(AfterProcessing.Delete, Mails)).Count);
        Assert.Equal(3, (await trial.AcknowledgeAsync(AfterProcessing.Delete, Mails)).Count);
        Assert.Equal([5306], trial.Told);
    }

    [Fact]
    public async Task The_folder_for_processed_mail_is_made_when_it_is_missing()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened + """
            C: {tag} LIST "" "INBOX"
            S: * LIST (\HasNoChildren) "/" INBOX
            S: {tag} OK
            C: {tag} UID MOVE 5:6,9 "Processed"
            S: {tag} NO [TRYCREATE] no such folder
            C: {tag} CREATE "Processed"
            S: {tag} OK
            C: {tag} UID MOVE 5:6,9 "Processed"
            S: {tag} OK
            """);
        Assert.Equal([1, 2, 3], await trial.AcknowledgeAsync(AfterProcessing.Move, Mails));
        Assert.Equal([5307], trial.Told);
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task The_folder_is_named_as_the_server_names_folders()
    {
        await using var trial = SourceTrial.Imap(
            ImapTrial.Opened.Replace("LITERAL+", "LITERAL+ NAMESPACE", StringComparison.Ordinal) + """
            C: {tag} NAMESPACE
            S: * NAMESPACE (("INBOX." ".")) NIL NIL
            S: {tag} OK
            C: {tag} UID MOVE 5 "INBOX.Desk.Done"
            S: {tag} OK
            C: {tag} UID MOVE 6 "INBOX.Desk.Done"
            S: {tag} OK
            """,
            new MailboxOptions { ProcessedFolder = "Desk/Done" });
        Assert.Equal([1], await trial.AcknowledgeAsync(AfterProcessing.Move, Mail(1, 5)));
        Assert.Equal([2], await trial.AcknowledgeAsync(AfterProcessing.Move, Mail(2, 6)));
    }

    [Fact]
    public async Task Without_MOVE_mails_are_copied_and_removed()
    {
        await using var trial = SourceTrial.Imap(Without("MOVE") + """
            C: {tag} LIST "" "INBOX"
            S: {tag} OK
            C: {tag} UID COPY 5:6,9 "Processed"
            S: {tag} OK
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Deleted)
            S: {tag} OK
            C: {tag} UID EXPUNGE 5:6,9
            S: {tag} OK
            """);
        Assert.Equal([1, 2, 3], await trial.AcknowledgeAsync(AfterProcessing.Move, Mails));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task What_the_server_refuses_is_told_and_tried_again_later()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened + """
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Seen)
            S: {tag} NO read-only
            """);
        Assert.Empty(await trial.AcknowledgeAsync(AfterProcessing.MarkRead, Mails));
        Assert.Equal([5305], trial.Told);
    }

    [Fact]
    public async Task Leaving_says_nothing_to_the_server_and_opens_the_folder_to_read_alone()
    {
        await using var trial = SourceTrial.Imap(
            ImapTrial.Opened.Replace("SELECT", "EXAMINE", StringComparison.Ordinal) + """
            C: {tag} UID SEARCH UID 1:*
            S: * SEARCH
            S: {tag} OK
            """,
            new MailboxOptions { AfterProcessing = AfterProcessing.Leave });
        Assert.Equal([1, 2, 3], await trial.AcknowledgeAsync(AfterProcessing.Leave, Mails));
        Assert.Empty(trial.Server.Said);
        Assert.Empty(await trial.ReceiveAsync());
    }

    [Fact]
    public async Task Receipts_of_another_kind_of_source_are_done_without_a_connection()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened);
        Assert.Equal([1], await trial.AcknowledgeAsync(AfterProcessing.Delete, Mail(1, 5) with { Receipt = new MailReceipt("mail-1.eml") }));
        Assert.Empty(trial.Server.Said);
    }

    [Fact]
    public async Task A_connection_that_breaks_acknowledges_nothing()
    {
        await using var trial = SourceTrial.Imap(ImapTrial.Opened + """
            C: {tag} UID STORE 5:6,9 +FLAGS.SILENT (\Seen)
            close
            """);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.AcknowledgeAsync(AfterProcessing.MarkRead, Mails));
        Assert.Equal(MailFailure.ConnectionLost, exception.Failure);
        Assert.True(exception.IsTransient);
    }

    private static Acknowledgement Mail(long id, uint uid) => new(id, new MailReceipt($"imap1:{Tag}:77:{uid}"), $"<{id}@a.test>", "00");

    private static string Without(string capability) => ImapTrial.Opened.Replace($" {capability}", string.Empty, StringComparison.Ordinal);
}
