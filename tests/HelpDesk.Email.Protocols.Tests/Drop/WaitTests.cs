using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Drop;

namespace HelpDesk.Email.Protocols.Tests.Drop;

public sealed class WaitTests
{
    [Fact]
    public async Task Mail_that_lies_there_ends_the_wait_at_once()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        Assert.True(await host.Source.WaitForMailAsync(TimeSpan.FromMinutes(2), CancellationToken.None));
    }

    [Fact]
    public async Task Mail_that_comes_ends_the_wait_once_it_has_settled()
    {
        await using var host = new DropHost();
        var waiting = host.Source.WaitForMailAsync(TimeSpan.FromMinutes(2), CancellationToken.None).AsTask();
        host.Put("a.eml", "a", age: 0);
        Assert.False(waiting.IsCompleted);
        await PassAsync(host, waiting);
        Assert.True(await waiting);
        Assert.Equal(["a"], await host.TextsAsync());
    }

    [Fact]
    public async Task A_wait_without_mail_ends_with_its_time()
    {
        await using var host = new DropHost();
        var started = host.Time.GetUtcNow();
        var waiting = host.Source.WaitForMailAsync(TimeSpan.FromSeconds(3.5), CancellationToken.None).AsTask();
        await PassAsync(host, waiting);
        Assert.False(await waiting);
        Assert.True(host.Time.GetUtcNow() - started >= TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task Mail_that_is_known_or_too_long_ends_no_wait()
    {
        await using var host = new DropHost();
        host.Put("a.eml", "a");
        host.Put("b.eml", new string('x', 2000));
        Assert.True(await host.Source.WaitForMailAsync(TimeSpan.Zero, CancellationToken.None));
        var mails = await host.LookAsync();
        Assert.False(await host.Source.WaitForMailAsync(TimeSpan.Zero, CancellationToken.None));
        await host.AcknowledgeAsync(AfterProcessing.Leave, mails[0].Mail);
        Assert.False(await host.Source.WaitForMailAsync(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_wait_can_be_ended()
    {
        await using var host = new DropHost();
        using var enough = new CancellationTokenSource();
        var waiting = host.Source.WaitForMailAsync(TimeSpan.FromMinutes(2), enough.Token).AsTask();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Settings_that_name_no_folder_are_refused_with_the_key_and_the_fix()
    {
        await using var host = new DropHost();
        host.Put("file", "x");
        var factory = new DropFolderSourceFactory(host.Time, host.Log);
        Assert.Equal("DropFolder", factory.Kind);
        Assert.Equal(AfterProcessing.Move, factory.DefaultAction);
        Assert.Empty(factory.Validate(new MailboxOptions { Folder = host.Folder.Path }));
        foreach (var folder in (string?[])[null, "", " ", host.Folder["file"], "a\0b"])
        {
            Assert.StartsWith("Folder is ", Assert.Single(factory.Validate(new MailboxOptions { Folder = folder })), StringComparison.Ordinal);
        }
    }

    /// <summary>Lets the clock run, in steps of half a pause, until a task has ended.</summary>
    private static async Task PassAsync(DropHost host, Task task)
    {
        while (!task.IsCompleted)
        {
            host.Time.Advance(DropFolderSource.Pause / 2);
            await Task.Yield();
        }
    }
}
