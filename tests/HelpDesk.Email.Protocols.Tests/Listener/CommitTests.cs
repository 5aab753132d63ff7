using System.Net.Sockets;
using HelpDesk.Email.Messages;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Tests.Listener;

public sealed class CommitTests
{
    private const string Mail = """
        C: MAIL FROM:<ann@example.test>
        C: RCPT TO:<support@help.test>
        C: DATA
        S: 250 *
        S: 250 *
        S: 354 *
        C: hello
        C: .
        """;

    public static TheoryData<Exception> Failures =>
    [
        new StoreUnavailableException("The store is busy."),
        new IOException("The disk is full."),
        new ArgumentException("The mailbox is gone."),
        new OperationCanceledException(),
        new InvalidOperationException("A mistake."),
    ];

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public async Task A_mail_that_cannot_be_stored_is_answered_451_and_told_to_the_log_and_the_next_one_flows(Exception failure)
    {
        await using var host = await ListenerHost.StartAsync();
        host.Intake.BeforeAccept = (_, _) => throw failure;
        using var client = await host.PlayAsync($"""
            {Mail}
            S: 451 4.3.0 The mail could not be stored, try again later
            """);
        Assert.Contains(host.Log.Entries, entry => entry.Level == LogLevel.Error && entry.Id.Name == "StoreFailed");
        host.Intake.BeforeAccept = (_, _) => ValueTask.CompletedTask;
        await client.PlayAsync($"""
            {Mail}
            S: 250 2.0.0 OK, stored as 1
            """);
    }

    [Fact]
    public async Task The_answer_waits_for_the_commit()
    {
        await using var host = await ListenerHost.StartAsync();
        var (committing, committed) = Block(host);
        using var client = await host.PlayAsync(Mail);
        await committing;
        Assert.Equal(0, client.Socket.Available);
        committed.SetResult();
        await client.PlayAsync("S: 250 2.0.0 OK, stored as 1");
    }

    [Fact]
    public async Task A_mail_whose_client_leaves_during_the_commit_is_stored()
    {
        await using var host = await ListenerHost.StartAsync();
        var (committing, committed) = Block(host);
        using (var client = await host.PlayAsync(Mail))
        {
            await committing;
        }

        committed.SetResult();
        await host.Listener.StopAsync(CancellationToken.None);
        Assert.Equal("hello\r\n", host.Intake.Single.Text);
    }

    [Fact]
    public async Task A_stop_lets_the_mail_that_is_being_committed_get_its_answer_and_closes_the_rest()
    {
        await using var host = await ListenerHost.StartAsync();
        var endPoint = host.Listener.EndPoint!;
        var (committing, committed) = Block(host);
        using var idle = await host.GreetAsync();
        using var sending = await host.PlayAsync("""
            C: MAIL FROM:<ann@example.test>
            C: RCPT TO:<support@help.test>
            C: DATA
            S: 250 *
            S: 250 *
            S: 354 *
            C: half a mail
            """);
        using var client = await host.PlayAsync(Mail);
        await committing;
        var stopping = host.Listener.StopAsync(CancellationToken.None);
        const string Closed = """
            S: 421 4.3.2 help.test is shutting down
            S: (closed)
            """;
        await idle.PlayAsync(Closed);
        await sending.PlayAsync(Closed);
        await Assert.ThrowsAsync<SocketException>(() => SmtpScript.ConnectAsync(endPoint));
        Assert.False(stopping.IsCompleted);
        committed.SetResult();
        await client.PlayAsync($"""
            S: 250 2.0.0 OK, stored as 1
            {Closed}
            """);
        await stopping;
        Assert.Null(host.Listener.EndPoint);
        Assert.Single(host.Intake.Accepted);
    }

    [Fact]
    public async Task A_stop_that_is_told_to_wait_no_longer_cuts_what_is_left()
    {
        await using var host = await ListenerHost.StartAsync();
        var (committing, _) = Block(host);
        using var client = await host.PlayAsync(Mail);
        await committing;
        using var now = new CancellationTokenSource();
        var stopping = host.Listener.StopAsync(now.Token);
        await now.CancelAsync();
        await stopping;
        await client.PlayAsync("S: (closed)");
        Assert.Contains(host.Log.Entries, entry => entry.Id.Name == "Cut");
    }

    [Fact]
    public async Task A_stop_waits_three_seconds_for_a_commit_whatever_it_was_told()
    {
        await using var host = await ListenerHost.StartAsync();
        var (committing, _) = Block(host);
        using var client = await host.PlayAsync(Mail);
        await committing;
        var stopping = host.Listener.StopAsync(CancellationToken.None);
        await host.Time.UntilSomebodyWaitsAsync(TimeSpan.FromSeconds(3));
        host.Time.Advance(TimeSpan.FromSeconds(3));
        await stopping;
        await client.PlayAsync("S: (closed)");
    }

    [Fact]
    public async Task A_stop_during_a_pipelined_conversation_ends_it_between_two_commands()
    {
        await using var host = await ListenerHost.StartAsync();
        var (committing, committed) = Block(host);
        using var client = await host.PlayAsync($"""
            {Mail}
            C: NOOP
            C: NOOP
            """);
        await committing;
        var stopping = host.Listener.StopAsync(CancellationToken.None);
        committed.SetResult();
        await client.PlayAsync("""
            S: 250 2.0.0 OK, stored as 1
            S: 421 4.3.2 *
            S: (closed)
            """);
        await stopping;
    }

    private static (Task Committing, TaskCompletionSource Committed) Block(ListenerHost host)
    {
        var committing = new TaskCompletionSource();
        var committed = new TaskCompletionSource();
        host.Intake.BeforeAccept = async (_, cancellationToken) =>
        {
            committing.SetResult();
            await committed.Task.WaitAsync(cancellationToken);
        };
        return (committing.Task, committed);
    }
}
