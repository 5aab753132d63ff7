using HelpDesk.Email.Protocols.Imap.Model;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Tests.Imap.Lying;

/// <summary>What a client must do about a server that lies: end with the failure that names it, and be of no use any more.</summary>
internal static class LyingTrial
{
    public static CancellationToken None => CancellationToken.None;

    public static async Task<MailProtocolException> FailsAtConnect(MailFailure failure, string transcript)
    {
        await using var trial = ImapTrial.Start(transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.ConnectAsync());
        Assert.Equal(failure, exception.Failure);
        return exception;
    }

    public static async Task<MailProtocolException> FailsAtLogin(MailFailure failure, string transcript)
    {
        await using var trial = await ImapTrial.ConnectAsync(transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => trial.Client.LoginAsync(ImapTrial.Ann, null, None).AsTask());
        Assert.Equal(failure, exception.Failure);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }

    public static async Task<MailProtocolException> Fails(MailFailure failure, Func<ImapTrial, Task> work, string transcript)
    {
        await using var trial = await ImapTrial.OpenAsync(transcript);
        var exception = await Assert.ThrowsAsync<MailProtocolException>(() => work(trial));
        Assert.Equal(failure, exception.Failure);
        Assert.False(trial.Client.IsUsable);
        return exception;
    }

    public static async Task<MailProtocolException> TimesOut(Func<ImapTrial, Task> work, string transcript)
    {
        await using var trial = await ImapTrial.OpenAsync(transcript);
        var exception = await trial.TimesOutAsync(() => work(trial));
        Assert.Contains("127.0.0.1", exception.Message, StringComparison.Ordinal);
        Assert.Contains("120 s", exception.Message, StringComparison.Ordinal);
        return exception;
    }

    public static Task Noop(ImapTrial trial) => trial.Client.NoopAsync(None).AsTask();

    public static Task Search(ImapTrial trial) => trial.Inbox.SearchAsync("ALL", None).AsTask();

    public static Task Fetch(ImapTrial trial) => trial.FetchAsync(5, 6);

    public static async Task Ask(ImapTrial trial)
    {
        await foreach (var _ in trial.Inbox.FetchAsync(ImapUidSet.Of(5), new ImapFetchItems { Size = true, HeaderFields = ["DATE"] }, None))
        {
        }
    }
}
