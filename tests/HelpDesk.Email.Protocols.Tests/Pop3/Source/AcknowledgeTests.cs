using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Protocols.Tests.Sources;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Pop3.Source;

public sealed class AcknowledgeTests
{
    private static readonly string Fetched = ReceiveTests.Listing("a 5", "b 6") + ReceiveTests.Retr(1, "one") + ReceiveTests.Retr(2, "four");

    [Fact]
    public async Task Mails_are_deleted_in_the_session_that_brought_them()
    {
        await using var trial = SourceTrial.Pop3(Fetched + """
            C: DELE 1
            S: +OK
            C: DELE 2
            S: +OK
            C: QUIT
            S: +OK
            """);
        Assert.Equal([1, 2], (await trial.AcknowledgeAsync(AfterProcessing.Delete, await CommittedAsync(trial))).Order());
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task Deletions_that_QUIT_does_not_confirm_do_not_count()
    {
        await using var trial = SourceTrial.Pop3(Fetched + """
            C: DELE 1
            S: +OK
            C: DELE 2
            S: +OK
            C: QUIT
            S: -ERR some messages not deleted
            """);
        Assert.Empty(await trial.AcknowledgeAsync(AfterProcessing.Delete, await CommittedAsync(trial)));
        Assert.Equal([5305], trial.Told);
    }

    [Fact]
    public async Task A_connection_that_breaks_before_QUIT_is_answered_acknowledges_nothing()
    {
        await using var trial = SourceTrial.Pop3(Fetched + """
            C: DELE 1
            S: +OK
            C: DELE 2
            S: +OK
            C: QUIT
            close
            """);
        var mails = await CommittedAsync(trial);
        var exception = await Assert.ThrowsAsync<MailboxException>(() => trial.AcknowledgeAsync(AfterProcessing.Delete, mails));
        Assert.Equal(MailFailure.ConnectionLost, exception.Failure);
    }

    [Fact]
    public async Task In_another_session_a_mail_is_compared_before_it_is_deleted_and_one_that_is_gone_is_done()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        var mails = await CommittedAsync(first);
        await using var trial = SourceTrial.Pop3(ReceiveTests.Listing("c 9", "b 6") + ReceiveTests.Retr(2, "four") + """
            C: DELE 2
            S: +OK
            C: QUIT
            S: +OK
            """);
        Assert.Equal([1, 2], (await trial.AcknowledgeAsync(AfterProcessing.Delete, mails)).Order());
        await trial.Server.PlayedAsync();
    }

    [Fact]
    public async Task A_new_mail_under_an_old_name_is_not_deleted()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        var mails = await CommittedAsync(first);
        await using var trial = SourceTrial.Pop3(ReceiveTests.Listing("a 5") + ReceiveTests.Retr(1, "new") + """
            C: QUIT
            S: +OK
            """);
        Assert.Equal([1], await trial.AcknowledgeAsync(AfterProcessing.Delete, mails[0]));
        await trial.Server.PlayedAsync();
    }

    [Fact]
    [Trait("Feature", "IN-02")]
    public async Task Leaving_needs_no_connection()
    {
        await using var first = SourceTrial.Pop3(Fetched);
        var mails = await CommittedAsync(first);
        await using var trial = SourceTrial.Pop3(string.Empty);
        Assert.Equal([1, 2], await trial.AcknowledgeAsync(AfterProcessing.Leave, mails));
        Assert.Empty(trial.Server.Said);
    }

    private static async Task<Acknowledgement[]> CommittedAsync(SourceTrial trial) =>
        [.. (await trial.ReceiveAsync()).Select((mail, i) => new Acknowledgement(i + 1, new MailReceipt(mail.Receipt), $"<{i}@a.test>", KnownMailsOf.HashOf(mail.Text)))];
}
