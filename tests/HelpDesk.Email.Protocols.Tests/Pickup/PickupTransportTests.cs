using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Pickup;

namespace HelpDesk.Email.Protocols.Tests.Pickup;

public sealed class PickupTransportTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_mail_becomes_a_file_with_its_very_octets()
    {
        const string Octets = "Date: Sat, 21 Nov 2026 11:00:00 +0100\r\nSubject: x\r\n\r\n.\r\nfrom \u00FF\0 here\n";
        await using var transport = Transport();
        var result = await transport.SendAsync(Mail("<a@help.test>", Octets, "ann@example.test", "bob@example.test"), CancellationToken.None);
        Assert.Null(result.Channel);
        Assert.Equal(["ann@example.test", "bob@example.test"], result.Recipients.Select(recipient => recipient.Address));
        Assert.All(result.Recipients, recipient => Assert.Equal(RecipientStatus.Accepted, recipient.Status));
        var name = Assert.Single(_folder.Names);
        Assert.Matches("^20261121T100000Z-[0-9a-f]{32}\\.eml$", name);
        Assert.Equal(Octets, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder[name])));
    }

    [Fact]
    public async Task An_attempt_that_is_repeated_overwrites_itself()
    {
        foreach (var attempt in (string[])["first", "second"])
        {
            await using var transport = Transport();
            await transport.SendAsync(Mail("<a@help.test>", $"Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n\r\n{attempt}\r\n"), CancellationToken.None);
        }

        Assert.EndsWith("second\r\n", await File.ReadAllTextAsync(_folder[Assert.Single(_folder.Names)]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_of_one_second_have_files_of_their_own()
    {
        await using var transport = Transport();
        for (var i = 0; i < 20; i++)
        {
            await transport.SendAsync(Mail($"<{i}@help.test>", "Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n\r\n"), CancellationToken.None);
        }

        Assert.Equal(20, _folder.Names.Length);
    }

    [Theory]
    [InlineData("Date: 1 Jan 2026 00:00:00 -0500\r\n\r\n", "20260101T050000Z-")]
    [InlineData("Subject: x\r\ndate:  Sun, 22 Nov 2026 09:08:07 +0000\r\n\r\n", "20261122T090807Z-")]
    [InlineData("", "undated-")]
    [InlineData("Subject: x\r\n\r\nDate: Sat, 21 Nov 2026 10:00:00 +0000\r\n", "undated-")]
    [InlineData("Date: soon\r\n\r\n", "undated-")]
    [InlineData("Date: ../../../etc/passwd\r\n\r\n", "undated-")]
    [InlineData("Date:", "undated-")]
    public async Task The_name_tells_the_time_of_the_mail(string octets, string start)
    {
        await using var transport = Transport();
        await transport.SendAsync(Mail("<../../x@help.test>", octets), CancellationToken.None);
        Assert.StartsWith(start, Assert.Single(_folder.Names), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_made()
    {
        await using var transport = new PickupTransport(_folder["a/b"]);
        await transport.SendAsync(Mail("<a@help.test>", "x"), CancellationToken.None);
        Assert.Single(Directory.GetFiles(_folder["a/b"], "*.eml"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_closes_the_channel_and_fails_no_mail()
    {
        await File.WriteAllTextAsync(_folder["outbox"], "in the way");
        await using var transport = new PickupTransport(_folder["outbox"]);
        var result = await transport.SendAsync(Mail("<a@help.test>", "x"), CancellationToken.None);
        Assert.Empty(result.Recipients);
        Assert.Contains(_folder["outbox"], result.Channel!.Reason, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromMinutes(1), result.Channel.RetryAfter);
    }

    [Fact]
    public async Task Octets_that_are_gone_are_no_fault_of_the_folder()
    {
        await File.WriteAllTextAsync(_folder["spool"], "x");
        using var content = MailContent.FromFile(_folder["spool"]);
        File.Delete(_folder["spool"]);
        await using var transport = Transport();
        await Assert.ThrowsAsync<FileNotFoundException>(async () =>
            await transport.SendAsync(new OutboundMail("<a@help.test>", "", ["ann@example.test"], content), CancellationToken.None));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task A_mail_that_is_given_up_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await using var transport = Transport();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await transport.SendAsync(Mail("<a@help.test>", "x"), cancelled.Token));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public async Task A_watcher_of_the_folder_sees_whole_mails_only()
    {
        var octets = $"Date: Sat, 21 Nov 2026 10:00:00 +0000\r\n\r\n{new string('x', 3_000_000)}";
        await using var transport = Transport();
        using var done = new CancellationTokenSource();
        var watching = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.All(Directory.GetFiles(_folder.Path, "*.eml"), file => Assert.Equal(octets.Length, new FileInfo(file).Length));
            }
        });
        for (var i = 0; i < 20; i++)
        {
            await transport.SendAsync(Mail($"<{i % 2}@help.test>", octets), CancellationToken.None);
        }

        await done.CancelAsync();
        await watching;
    }

    [Fact]
    public async Task A_check_says_whether_the_folder_can_be_written_and_leaves_nothing()
    {
        await using var transport = Transport();
        var report = await transport.CheckAsync(CancellationToken.None);
        Assert.True(report.Succeeded, report.Message);
        Assert.Empty(_folder.Names);

        await File.WriteAllTextAsync(_folder["outbox"], "in the way");
        await using var blocked = new PickupTransport(_folder["outbox"]);
        report = await blocked.CheckAsync(CancellationToken.None);
        Assert.False(report.Succeeded);
        Assert.Contains("set another Folder", report.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_name_no_folder_are_refused_with_the_key_and_the_fix()
    {
        await File.WriteAllTextAsync(_folder["file"], "x");
        var factory = new PickupTransportFactory();
        Assert.Equal("Pickup", factory.Kind);
        Assert.Empty(factory.Validate(new OutgoingAccountOptions { Folder = _folder.Path }));
        Assert.Empty(factory.Validate(new OutgoingAccountOptions { Folder = "outbox" }));
        foreach (var folder in (string?[])[null, "", " ", _folder["file"], "a\0b"])
        {
            Assert.StartsWith("Folder is ", Assert.Single(factory.Validate(new OutgoingAccountOptions { Folder = folder })), StringComparison.Ordinal);
        }

        Assert.IsType<PickupTransport>(factory.Create("default", new OutgoingAccountOptions { Folder = _folder.Path }));
    }

    private PickupTransport Transport() => new(_folder.Path);

    private static OutboundMail Mail(string messageId, string octets, params string[] recipients) =>
        new(messageId, "support@help.test", recipients.Length == 0 ? ["ann@example.test"] : recipients, MailContent.FromOctets(Encoding.Latin1.GetBytes(octets)));
}
