using HelpDesk.Email.Mailboxes;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Tests.Drop;

public sealed class ReceiveTests
{
    [Fact]
    public async Task The_files_of_a_folder_come_out_oldest_first()
    {
        await using var host = new DropHost();
        host.Put("c.eml", "third", age: 10);
        host.Put("b.eml", "first", age: 30);
        host.Put("d.eml", "second, by name", age: 20);
        host.Put("e.eml", "second, by name too", age: 20);
        Assert.Equal(["first", "second, by name", "second, by name too", "third"], await host.TextsAsync());
    }

    [Fact]
    public async Task Only_visible_eml_files_of_the_folder_itself_are_mails()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        host.Put("B.EML", "b");
        host.Put("c.eml.tmp", "c");
        host.Put("d.emlx", "d");
        host.Put("e.txt", "e");
        host.Put(".f.eml", "f");
        Directory.CreateDirectory(host.Folder["g.eml"]);
        Directory.CreateDirectory(host.Processed);
        host.Put("processed/h.eml", "h");
        Assert.Equal(["a", "b"], (await host.TextsAsync()).Order());
    }

    [Fact]
    public async Task A_link_is_not_followed()
    {
        await using var host = new DropHost();
        using var elsewhere = new Folder();
        await File.WriteAllTextAsync(elsewhere["secret"], "secret");
        File.CreateSymbolicLink(host.Folder["a.eml"], elsewhere["secret"]);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await host.TextsAsync());
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_left()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "half", age: 0);
        Assert.Empty(await host.TextsAsync());
        host.Time.Advance(TimeSpan.FromSeconds(1.5));
        host.Put("a.eml", "half and", age: 0);
        Assert.Empty(await host.TextsAsync());
        host.Time.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Empty(await host.TextsAsync());
        host.Time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(["half and"], await host.TextsAsync());
    }

    [Fact]
    public async Task A_file_from_a_clock_that_is_ahead_is_taken_once_it_is_seen_to_rest()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "from the future", age: -1_000_000);
        Assert.Empty(await host.TextsAsync());
        host.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["from the future"], await host.TextsAsync());
    }

    [Fact]
    public async Task An_empty_file_is_a_mail_without_octets()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "");
        Assert.Equal([""], await host.TextsAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_long_is_passed_over_and_told_to_the_log_once()
    {
        await using var host = new DropHost();
        host.Put("a.eml", new string('x', 1001), age: 3);
        host.Put("b.eml", new string('x', 1000), age: 2);
        Assert.Equal([1000], (await host.TextsAsync()).Select(text => text.Length));
        Assert.Single(await host.TextsAsync());
        var warning = Assert.Single(host.Log.Entries, entry => entry.Level == LogLevel.Warning);
        Assert.Contains("1001", warning.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("a.eml", warning.Text, StringComparison.Ordinal);
        Assert.True(File.Exists(host.Folder["a.eml"]));
        Assert.Equal([1001], (await host.TextsAsync(maxMails: 1, maxOctets: 2000)).Select(text => text.Length));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_told_to_the_log_and_tried_again()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "locked", age: 3);
        host.Put("b.eml", "open", age: 2);
        await using (File.Open(host.Folder["a.eml"], FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Equal(["open"], await host.TextsAsync());
            Assert.Equal(["open"], await host.TextsAsync());
        }

        Assert.Single(host.Log.Entries, entry => entry.Id.Name == "Unreadable");
        Assert.Equal(["locked", "open"], await host.TextsAsync());
    }

    [Fact]
    public async Task A_look_brings_no_more_than_it_is_told_and_the_next_one_goes_on()
    {
        await using var host = new DropHost();
        for (var i = 0; i < 5; i++)
        {
            host.Put($"{i}.eml", $"mail {i}", age: 60 - i);
        }

        var first = await host.LookAsync(maxMails: 2);
        Assert.Equal(["mail 0", "mail 1"], first.Select(mail => mail.Text));
        var second = await host.LookAsync(first[^1].Mail.Cursor, maxMails: 2);
        Assert.Equal(["mail 2", "mail 3"], second.Select(mail => mail.Text));
        Assert.Equal(["mail 4"], await host.TextsAsync(second[^1].Mail.Cursor, maxMails: 2));
    }

    [Fact]
    public async Task A_mail_whose_commit_failed_comes_again_in_its_place()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a", age: 30);
        host.Put("b.eml", "b", age: 20);
        var first = await host.LookAsync();
        host.Put("c.eml", "c", age: 10);
        Assert.Equal(["b", "c"], await host.TextsAsync(first[0].Mail.Cursor));
        Assert.Equal(["a", "b", "c"], await host.TextsAsync(cursor: null));
    }

    [Fact]
    public async Task A_file_that_was_moved_in_with_an_older_time_is_not_missed()
    {
        await using var host = new DropHost();
        host.Put("b.eml", "new", age: 10);
        var cursor = (await host.LookAsync())[0].Mail.Cursor;
        host.Put("a.eml", "old", age: 1_000_000);
        Assert.Equal(["old"], await host.TextsAsync(cursor));
    }

    [Fact]
    public async Task After_a_restart_a_mail_has_the_receipt_it_had()
    {
        await using var host = new DropHost();
        host.Put("Re: Drucker \u00FC.eml", "a");
        var before = (await host.LookAsync())[0].Mail;
        host.Restart();
        var after = (await host.LookAsync(before.Cursor))[0].Mail;
        Assert.Equal(before.Receipt, after.Receipt);
        Assert.InRange(after.Receipt.Key.Length, 1, 400);
    }

    [Theory]
    [InlineData("other", 60)]
    [InlineData("fresh", 61)]
    public async Task A_name_that_is_used_again_is_another_mail(string text, double age)
    {
        await using var host = new DropHost();
        host.Put("a.eml", "fresh", age: 60);
        var first = (await host.LookAsync())[0].Mail;
        host.Restart();
        host.Put("a.eml", text, age);
        Assert.NotEqual(first.Receipt, (await host.LookAsync())[0].Mail.Receipt);
    }

    [Fact]
    public async Task The_longest_name_makes_a_receipt_that_fits()
    {
        await using var host = new DropHost();
        host.Put(new string('x', 251) + ".eml", "a");
        Assert.InRange((await host.LookAsync())[0].Mail.Receipt.Key.Length, 256, 400);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_with_its_key_and_the_fix()
    {
        await using var host = new DropHost();
        Directory.Delete(host.Folder.Path);
        var gone = await Assert.ThrowsAsync<MailboxException>(() => host.TextsAsync());
        Assert.Contains("Mailboxes:support:Folder", gone.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<MailboxException>(async () => await host.Source.WaitForMailAsync(TimeSpan.Zero, CancellationToken.None));
        var report = await host.Source.CheckAsync(CancellationToken.None);
        Assert.Equal((false, gone.Message), (report.Succeeded, report.Message));
        Directory.CreateDirectory(host.Folder.Path);
    }

    [Fact]
    public async Task A_check_reads_no_mail_and_changes_nothing()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        var report = await host.Source.CheckAsync(CancellationToken.None);
        Assert.True(report.Succeeded);
        Assert.Contains("mails in it: 1", report.Message, StringComparison.Ordinal);
        Assert.Equal(["a.eml"], host.Folder.Names);
        Assert.Equal(["a"], await host.TextsAsync());
    }
}
