using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Protocols.Listener;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class TimeoutTests
{
    private const string BeginMail = """
        C: MAIL FROM:<ann@example.test>
        C: RCPT TO:<support@help.test>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        """;

    private const string TimedOut = """
        S: 421 4.4.2 help.test waited too long
        S: (closed)
        """;

    [Fact]
    public async Task A_client_that_never_says_a_word_is_answered_421()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.ConnectAsync();
        await client.PlayAsync("S: 220 *");
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await client.PlayAsync(TimedOut);
    }

    [Fact]
    public async Task A_client_that_falls_silent_between_commands_is_answered_421()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        host.Time.Advance(TimeSpan.FromMinutes(4));
        await client.PlayAsync("""
            C: NOOP
            S: 250 *
            """);
        host.Time.Advance(TimeSpan.FromMinutes(4));
        await client.PlayAsync("""
            C: NOOP
            S: 250 *
            """);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await client.PlayAsync(TimedOut);
    }

    [Fact]
    public async Task A_client_that_falls_silent_in_a_mail_is_answered_421_and_nothing_is_stored()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.PlayAsync(BeginMail);
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await client.PlayAsync(TimedOut);
        Assert.Empty(host.Intake.Accepted);
    }

    [Fact]
    public async Task A_client_that_sends_a_mail_drop_by_drop_meets_the_deadline_of_the_whole_mail()
    {
        await using var host = await ListenerHost.StartAsync(new SmtpListenerOptions { Port = 0, HostName = "help.test", IdleTimeout = TimeSpan.FromHours(2) });
        using var client = await host.PlayAsync(BeginMail);
        await client.SendAsync("a line\r\n"u8.ToArray());
        host.Time.Advance(SmtpDataReceiver.Deadline);
        await client.PlayAsync(TimedOut);
    }

    [Fact]
    public async Task A_client_that_reads_no_answers_is_cut_off()
    {
        await using var host = await ListenerHost.StartAsync();
        using var client = await host.GreetAsync();
        client.Socket.ReceiveBufferSize = 4096;
        var flood = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("HELP\r\n", 10_000)));
        using var guard = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var flooding = FloodAsync();
        while (!flooding.IsCompleted)
        {
            // Each time it is given, the server may just be about to wait.
            host.Time.Advance(TimeSpan.FromMinutes(5));
            await Task.Yield();
        }

        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => flooding);

        async Task FloodAsync()
        {
            while (true)
            {
                await client.Socket.SendAsync(flood, guard.Token);
            }
        }
    }

    [Fact]
    public async Task A_commit_that_hangs_is_given_up_and_the_client_tries_again()
    {
        await using var host = await ListenerHost.StartAsync();
        var committing = new TaskCompletionSource();
        host.Intake.BeforeAccept = async (_, cancellationToken) =>
        {
            committing.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };
        using var client = await host.PlayAsync($"""
            {BeginMail}
            C: .
            """);
        await committing.Task;
        host.Time.Advance(SmtpSession.CommitDeadline);
        await client.PlayAsync("S: 451 4.3.0 *");
    }

    [Fact]
    public async Task The_time_that_a_commit_takes_is_not_the_silence_of_the_client()
    {
        await using var host = await ListenerHost.StartAsync();
        var committing = new TaskCompletionSource();
        var committed = new TaskCompletionSource();
        host.Intake.BeforeAccept = async (_, _) =>
        {
            committing.SetResult();
            await committed.Task;
        };
        using var client = await host.PlayAsync($"""
            {BeginMail}
            C: .
            """);
        await committing.Task;
        host.Time.Advance(TimeSpan.FromMinutes(4));
        committed.SetResult();
        await client.PlayAsync("S: 250 *");
        host.Time.Advance(TimeSpan.FromMinutes(4));
        await client.PlayAsync("""
            C: NOOP
            S: 250 *
            """);
    }
}
