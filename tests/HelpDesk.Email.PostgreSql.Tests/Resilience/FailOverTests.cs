using System.Diagnostics;
using HelpDesk.Email.PostgreSql.Tests.Engines;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.PostgreSql.Tests.Support;

namespace HelpDesk.Email.PostgreSql.Tests.Resilience;

/// <summary>The whole engine, while its server goes away and comes back: nothing is lost or doubled, and it goes on by itself.</summary>
[Collection(typeof(Alone))]
public sealed class FailOverTests : IDisposable
{
    private const int Mails = 60;

    private readonly PostgreSqlServer _server = PostgreSqlServer.Start(isDurable: true);
    private readonly StoreSchema _schema;

    public FailOverTests() => _schema = new StoreSchema(_server);

    private static bool IsLong => Environment.GetEnvironmentVariable("HELPDESK_EMAIL_LONG") == "1";

    public void Dispose()
    {
        _schema.Dispose();
        _server.Dispose();
    }

    [Fact]
    public Task Connections_that_are_ended_at_any_point() => RunAsync(async working =>
    {
        for (var i = 0; !working.IsCompleted && i < 40; i++)
        {
            _schema.Terminate();

            // At any point of the work: the distances are the test's, and nothing is waited for.
            await Task.Delay(50 + (i * 7 % 60));
        }
    });

    [Fact]
    public Task A_server_that_is_stopped_at_once_and_started_again() => RunAsync(async _ =>
    {
        await UnderWayAsync();
        _server.Crash();

        // So long it is away.
        await Task.Delay(1000);
        _server.Up();
    });

    [Fact]
    public Task A_server_that_stands_still_for_a_while() => RunAsync(async _ =>
    {
        await UnderWayAsync();
        _server.Pause();

        // So long it stands still.
        await Task.Delay(IsLong ? TimeSpan.FromSeconds(30) : TimeSpan.FromSeconds(3));
        _server.Continue();
    });

    // In the midst of the mails behind the first.
    private Task UnderWayAsync() => Eventually.BecomesTrueAsync(() => Count("ticket") > 2, "work");

    private async Task RunAsync(Func<Task, Task> troubleAsync)
    {
        await using var engine = await TestEngine.StartAsync(_schema.Options, ("Processing:Lease", "00:00:10"));
        await engine.AcceptAsync(0);
        await Eventually.BecomesTrueAsync(() => Count("ticket") == 1, "the first ticket");
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        var working = Task.Run(async () =>
        {
            for (var i = 1; i < Mails; i++)
            {
                await engine.AcceptInTheEndAsync(i);
            }
        });
        await troubleAsync(working);
        var since = Stopwatch.StartNew();
        await working;
        await Eventually.BecomesTrueAsync(() => Count("journal_queue") == 0 && Count("outbox WHERE due IS NOT NULL") == 0 && Count("host_event") == 0, "an end of all work");
        var grown = GC.GetTotalMemory(forceFullCollection: true) - memory;
        TestContext.Current.TestOutputHelper!.WriteLine($"All was done {since.Elapsed.TotalSeconds:0.0} s after the server was back; memory grew by {grown / 1024} KiB.");

        Assert.Equal(Mails, Count("journal"));
        Assert.Equal(Mails, Count("ticket"));
        Assert.Equal(Mails, Count("ticket_entry"));
        Assert.Equal(Mails, Count("ticket_operation WHERE ticket_id IS NOT NULL"));
        Assert.Equal(Mails, Count("outbox WHERE state = 2"));
        Assert.Equal(Mails, engine.Transport.Sent.Select(mail => mail.MessageId).Distinct().Count());
        Assert.InRange(grown, long.MinValue, 32 << 20);
    }

    private long Count(string table) => _schema.Scalar<long>($"SELECT count(*) FROM {table}");
}
