using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.PostgreSql.Tests.Resilience;

/// <summary>A server whose connections go away, and one that goes away itself.</summary>
public sealed class LostConnectionTests
{
    [Fact]
    public async Task Connections_that_are_ended_at_any_moment_cost_a_retry_and_double_nothing()
    {
        using var schema = new StoreSchema();
        var stores = schema.Open();
        await stores.AppendAsync(Mails.New("first"));
        using var done = new CancellationTokenSource();
        var ending = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                schema.Terminate();
            }
        });
        for (var i = 0; i < 60; i++)
        {
            await UntilAvailableAsync(() => stores.AppendAsync(Mails.New($"r{i}")));
        }

        await done.CancelAsync();
        await ending;

        Assert.Equal(61, schema.Scalar<long>("SELECT count(*) FROM journal"));
        Assert.Equal(61, schema.Scalar<long>("SELECT count(*) FROM journal_queue"));
    }

    [Fact]
    public async Task A_server_that_crashes_and_comes_back_lost_nothing_and_the_name_is_taken_again()
    {
        using var server = PostgreSqlServer.Start(isDurable: true);
        using var schema = new StoreSchema(server);
        var stores = schema.Open(clock: TimeProvider.System);
        await using var node = await stores.Mail.JoinAsync("one", StoreSchema.Token);
        await stores.AppendAsync(Mails.New("before"));

        server.Crash();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => stores.AppendAsync(Mails.New("while")));
        server.Up();

        await UntilAvailableAsync(() => stores.AppendAsync(Mails.New("while")));
        Assert.Equal(["before", "while"], (await stores.Mail.Journal.FindAsync(new JournalQuery(), StoreSchema.Token)).Select(row => row.Receipt).Order(StringComparer.Ordinal));

        // The lock is the name's again, without anybody's doing.
        while (schema.Scalar<long>("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0)
        {
            StoreSchema.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await using var second = await schema.Open(clock: TimeProvider.System).Mail.JoinAsync("one", StoreSchema.Token);
        Assert.Equal("one-2", second.Name);
    }

    [Fact]
    [Trait("Feature", "BE-09")]
    public async Task A_worker_that_wakes_after_its_lease_writes_nothing_and_another_goes_on()
    {
        using var schema = new StoreSchema();
        var (paused, other) = (schema.Open(), schema.Open());
        await paused.AppendAsync(Mails.New("r1"));
        var mailbox = (await paused.Mail.Leases.TryAcquireAsync("support", "paused", TimeSpan.FromMinutes(1), StoreSchema.Token))!;
        var claim = Assert.Single(await paused.ClaimAsync(node: "paused"));
        Assert.Null(await other.Mail.Leases.TryAcquireAsync("support", "other", TimeSpan.FromMinutes(1), StoreSchema.Token));

        schema.Clock.Advance(TimeSpan.FromMinutes(2));
        var taken = (await other.Mail.Leases.TryAcquireAsync("support", "other", TimeSpan.FromMinutes(1), StoreSchema.Token))!;
        Assert.Empty(await other.ClaimAsync(node: "other"));
        schema.Clock.Advance(TimeSpan.FromSeconds(2));
        var again = Assert.Single(await other.ClaimAsync(node: "other"));

        Assert.True(taken.Fence > mailbox.Fence);
        Assert.False(await paused.Mail.Leases.RenewAsync(mailbox, TimeSpan.FromMinutes(1), StoreSchema.Token));
        Assert.Equal(CommitStatus.ClaimLost, (await paused.Mail.Queue.CommitAsync(claim, new FinishCommit(JournalOutcome.Ignored, "late"), StoreSchema.Token)).Status);
        Assert.Equal(CommitStatus.Committed, (await other.Mail.Queue.CommitAsync(again, new FinishCommit(JournalOutcome.Appended, "t"), StoreSchema.Token)).Status);
    }

    private static async Task UntilAvailableAsync(Func<Task<long>> write)
    {
        while (true)
        {
            try
            {
                await write();
                return;
            }
            catch (StoreUnavailableException)
            {
                StoreSchema.Token.ThrowIfCancellationRequested();
            }
        }
    }
}
