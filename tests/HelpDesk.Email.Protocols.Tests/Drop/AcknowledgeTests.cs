using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Protocols.Tests.Drop;

public sealed class AcknowledgeTests
{
    [Fact]
    public async Task A_deleted_mail_is_gone_and_counts_as_done_once_more()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        var mail = (await host.LookAsync())[0].Mail;
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Delete, mail));
        Assert.Empty(host.Folder.Names);
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Delete, mail));
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Move, mail));
    }

    [Theory]
    [InlineData(AfterProcessing.Move)]
    [InlineData(AfterProcessing.MarkRead)]
    public async Task A_moved_mail_lies_in_the_folder_of_processed_mail(AfterProcessing action)
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        Assert.Equal(1, await host.AcknowledgeAsync(action, (await host.LookAsync())[0].Mail));
        Assert.Empty(host.Folder.Names);
        Assert.Equal("a", await File.ReadAllTextAsync(Path.Combine(host.Processed, "a.eml")));
        Assert.Empty(await host.TextsAsync());
    }

    [Fact]
    public async Task A_mail_that_is_left_is_not_handed_over_again()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Leave, (await host.LookAsync())[0].Mail));
        Assert.Equal(["a.eml"], host.Folder.Names);
        Assert.Empty(await host.TextsAsync());
    }

    [Fact]
    public async Task A_processed_mail_is_never_overwritten_by_another_of_its_name()
    {
        await using var host = new DropHost();
        foreach (var text in (string[])["first", "other", "third", "other"])
        {
            host.Put("a.eml", text);
            Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Move, (await host.LookAsync())[0].Mail));
        }

        Assert.Equal(["first", "other", "third"], Directory.GetFiles(host.Processed).Select(File.ReadAllText).Order());
    }

    [Fact]
    public async Task A_file_that_took_the_name_of_a_committed_mail_is_left_alone()
    {
        await using var host = new DropHost();
        host.Put("same-length.eml", "a");
        host.Put("longer.eml", "a");
        var mails = await host.LookAsync();
        host.Put("same-length.eml", "b");
        host.Put("longer.eml", "not a");
        Assert.Equal(2, await host.AcknowledgeAsync(AfterProcessing.Delete, mails[0].Mail, mails[1].Mail));
        Assert.Equal(["longer.eml", "same-length.eml"], host.Folder.Names);
        Assert.Equal(["b", "not a"], (await host.TextsAsync()).Order());
    }

    [Fact]
    public async Task What_fails_is_not_done_and_succeeds_at_the_next_try()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a", age: 3);
        host.Put("b.eml", "b", age: 2);
        var mails = await host.LookAsync();
        await using (File.Open(host.Folder["a.eml"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Move, mails[0].Mail, mails[1].Mail));
        }

        Assert.Equal(["a.eml"], host.Folder.Names);
        Assert.Contains(host.Log.Entries, entry => entry.Id.Name == "NotAcknowledged");

        // Its row is committed: it waits for its acknowledgement alone, and is no new mail.
        Assert.Empty(await host.TextsAsync());
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Move, mails[0].Mail));
        Assert.Empty(host.Folder.Names);
    }

    [Fact]
    public async Task An_acknowledgement_is_made_up_for_after_a_restart()
    {
        await using var host = new DropHost();
        host.Put("a: b.eml", "a");
        var mail = (await host.LookAsync())[0].Mail;
        host.Restart();
        Assert.Equal(1, await host.AcknowledgeAsync(AfterProcessing.Delete, mail));
        Assert.Empty(host.Folder.Names);
    }

    [Theory]
    [InlineData("../secret.eml:1:0:ca978112ca1bbdca")]
    [InlineData("/etc/passwd:1:0:ca978112ca1bbdca")]
    [InlineData("..:1:0:ca978112ca1bbdca")]
    [InlineData(":1:0:ca978112ca1bbdca")]
    [InlineData("INBOX:1700000000:42")]
    [InlineData("")]
    public async Task CVE_2018_16587_a_receipt_never_names_a_file_outside_the_folder(string receipt)
    {
        await using var host = new DropHost();
        var outside = Path.Combine(host.Folder.Path, "..", "secret.eml");
        await File.WriteAllTextAsync(outside, "a");
        var strange = new Acknowledgement(1, new MailReceipt(receipt), "<a@b>", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb");
        Assert.Single(await host.Source.AcknowledgeAsync([strange], AfterProcessing.Delete, CancellationToken.None));
        Assert.True(File.Exists(outside));
        File.Delete(outside);
    }
}
