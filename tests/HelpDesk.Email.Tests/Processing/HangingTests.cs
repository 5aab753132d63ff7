using HelpDesk.Email.Health;
using HelpDesk.Email.Inbound;
using HelpDesk.Email.Processing;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using HangKind = HelpDesk.Email.Tests.Processing.HangingStep.HangKind;

namespace HelpDesk.Email.Tests.Processing;

/// <summary>Steps that don't come to an end: each attempt has its time, and what takes long keeps nobody waiting.</summary>
public sealed class HangingTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_step_that_hangs_is_told_to_stop_and_its_mail_quarantined_after_three_attempts()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.Obeys);
        await using var desk = await StartAsync();
        var id = await AcceptAsync(desk, "poison");

        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var round = await HangAsync(desk, fault);
            Pass(desk, 121);
            await round;
            var row = await WhenAsync(desk, id, row => row.State == JournalState.Finished || row.NotBefore > desk.Clock.GetUtcNow());
            desk.Clock.AdvanceTo(row.NotBefore);
        }

        var done = await desk.LookAtAsync(id, Token);
        Assert.Equal(JournalOutcome.Quarantined, done.Outcome);
        Assert.Contains(done.Trace, line => line.Reason == "TimeoutException: Hanging did not end within 00:02:00 (Processing:MaxTimePerAttempt)");
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(desk)).Status);

        fault.Kind = HangKind.Mended;
        Assert.True(await desk.Store.Journal.ReplayAsync(id, Guid.NewGuid(), Token));
        await desk.SettleAsync(Token);
        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(id, Token)).Outcome);
    }

    [Theory]
    [InlineData(HangKind.Obeys)]
    [InlineData(HangKind.KeepsItsThread)]
    internal async Task Mail_beside_and_behind_one_that_hangs_goes_on(HangKind kind)
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(kind);
        await using var desk = await StartAsync(("Processing:Concurrency", "2"));
        await AcceptAsync(desk, "poison");
        var beside = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => AcceptAsync(desk, $"beside {i}")));

        var round = await HangAsync(desk, fault);
        foreach (var id in beside)
        {
            Assert.Equal(JournalOutcome.Created, (await WhenAsync(desk, id, row => row.State == JournalState.Finished)).Outcome);
        }

        Pass(desk, 11);
        await round;
        Assert.Equal(JournalOutcome.Created, (await desk.DeliverAsync(Mails.From("ann@example.test", "behind", "x"), Token)).Outcome);
        fault.Released.Set();
    }

    [Fact]
    public async Task A_step_that_does_not_stop_is_given_up_and_counted_and_the_process_says_that_it_is_to_be_restarted()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.KeepsItsThread);
        await using var desk = await StartAsync();
        var id = await AcceptAsync(desk, "poison");

        var round = await HangAsync(desk, fault);
        Pass(desk, 131);
        await round;
        var row = await WhenAsync(desk, id, row => row.Attempts == 1 && row.NotBefore > desk.Clock.GetUtcNow());

        Assert.Equal(JournalState.Received, row.State);
        var health = await CheckAsync(desk);
        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal(1, health.Data[HelpDeskEmailHealthChecks.StuckSteps]);

        // It comes back while the next attempt is done already: nothing is made twice, and all is well again.
        fault.Kind = HangKind.Mended;
        await desk.AdvanceAsync(Second, Token);
        fault.Released.Set();
        Assert.Equal(JournalOutcome.Created, (await WhenAsync(desk, id, finished => finished.State == JournalState.Finished)).Outcome);
        Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
        await Eventually.BecomesTrueAsync(async () => (await CheckAsync(desk)).Status == HealthStatus.Healthy, "health");
    }

    [Fact]
    public async Task A_process_of_which_every_place_is_taken_by_what_does_not_end_claims_no_more()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.KeepsItsThread);
        await using var desk = await StartAsync(("Processing:Concurrency", "1"));
        await AcceptAsync(desk, "poison");
        var round = await HangAsync(desk, fault);
        Pass(desk, 131);
        await round;
        fault.Kind = HangKind.Mended;

        var waits = await desk.DeliverAsync(Mails.From("ann@example.test", "behind", "x"), Token);
        Assert.Equal((JournalState.Received, 0), (waits.Row.State, waits.Row.Attempts));

        fault.Released.Set();

        // Also what goes on in its stead keeps its place, until it wrote down the attempt.
        await Eventually.BecomesTrueAsync(() => !desk.Services.GetRequiredService<StuckWork>().Fills(places: 1), "a place that is free");

        await desk.SettleAsync(Token);
        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(waits.Row.Id, Token)).Outcome);
    }

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_mail_that_is_to_be_worked_alone_is_put_back_while_another_takes_long_and_no_attempt_is_counted()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.Obeys);
        await using var desk = await StartAsync();
        await AcceptAsync(desk, "poison");
        var round = await HangAsync(desk, fault);
        var id = await AcceptAsync(desk, "beside");
        Assert.Equal(id, Assert.Single(await desk.Store.Queue.ClaimAsync("another", 10, Second, Token)).Entry.Id);
        Pass(desk, 15);
        await round;

        // The lease of the other process ended; a second later its mail is free, as one that may have ended it.
        var worker = desk.Services.GetRequiredService<JournalWorker>();
        await worker.RunBatchAsync("harness", Token);
        Pass(desk, 2);
        Assert.Equal(1, await worker.RunBatchAsync("harness", Token));

        var row = (await desk.LookAtAsync(id, Token)).Row;
        Assert.Equal((JournalState.Received, 0, desk.Clock.GetUtcNow() + TimeSpan.FromSeconds(5)), (row.State, row.Attempts, row.NotBefore));
        Pass(desk, 6);
        await worker.RunBatchAsync("harness", Token);
        Assert.Equal(JournalOutcome.Created, (await WhenAsync(desk, id, finished => finished.State == JournalState.Finished)).Outcome);
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_no_step_for_ever_and_counts_nothing_against_its_mail()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.KeepsItsThread);
        await using var desk = await StartAsync();
        var id = await AcceptAsync(desk, "poison");
        using var stop = new CancellationTokenSource();
        var working = desk.Services.GetRequiredService<JournalWorker>().RunAsync("harness", stop.Token);
        await fault.Entered.WaitAsync(Token);

        await stop.CancelAsync();
        Pass(desk, 11);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => working);

        var row = (await desk.LookAtAsync(id, Token)).Row;
        Assert.Equal((JournalState.Received, 0), (row.State, row.Attempts));
        fault.Released.Set();
    }

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_mail_that_takes_all_memory_takes_no_neighbour_along_and_is_quarantined_after_three_attempts_alone()
    {
        var fault = HangingStep.Current.Value = new HangingStep.Fault(HangKind.TakesAllMemory);
        await using var desk = await StartAsync();
        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", "poison", "x"), Token);
        Assert.Equal(JournalState.Received, delivery.Row.State);

        // Once in a batch, which counts nothing, and then alone, each time after the end of a lease and a rest.
        for (var i = 0; i < 6; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
            await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);
        }

        Assert.Equal(4, fault.Calls);
        Assert.Equal(JournalOutcome.Quarantined, (await desk.LookAtAsync(delivery.Row.Id, Token)).Outcome);
    }

    [Fact]
    public void Time_in_which_the_process_stood_still_counts_nothing()
    {
        using var watch = new RowWatch(TimeSpan.FromSeconds(3));
        var token = watch.Begin("Step", Token);

        // An hour later the machine wakes up, and a timer that should have rung often rings once.
        Assert.Equal(RowPace.Usual, watch.Count(isStopping: false));
        Assert.Equal([RowPace.Usual, RowPace.Usual, RowPace.Slow], Enumerable.Range(0, 3).Select(_ => watch.Count(isStopping: false)));
        Assert.True(watch.IsOver);
        Assert.Equal([RowPace.Slow, RowPace.Slow, RowPace.Lost], Enumerable.Range(0, 3).Select(_ => watch.Count(isStopping: false)));
        watch.End();

        // What is done next has its own time.
        Assert.False(watch.Begin("Other", Token).IsCancellationRequested);
        Assert.True(token.CanBeCanceled);
    }

    private static Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Compose = mail => mail.ConfigurePipeline(p => p.InsertAfter<ParseStep, HangingStep>());
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }
        },
        Token);

    private static async Task<long> AcceptAsync(HelpDeskHarness desk, string subject) =>
        (await desk.Services.GetRequiredService<Mailboxes.IMailIntake>().AcceptAsync(
            new Mailboxes.IntakeRequest(["support"], Messages.MailContent.FromOctets(Mails.From("ann@example.test", subject, "x").Octets)) { EnvelopeRecipients = ["support@helpdesk.test"] }, Token))[0];

    // Works in the background, as far as the step lets it. Gives the round of the worker, which ends when the step is found to take long: a worker goes one round at a time.
    private static async Task<Task> HangAsync(HelpDeskHarness desk, HangingStep.Fault fault)
    {
        var round = Task.Run(() => desk.Services.GetRequiredService<JournalWorker>().RunBatchAsync("harness", Token), Token);
        await fault.Entered.WaitAsync(Token);
        return round;
    }

    private static void Pass(HelpDeskHarness desk, int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            desk.Clock.Advance(Second);
        }
    }

    // The row is worked on a thread of the engine, which tells nobody.
    private static Task<JournalEntry> WhenAsync(HelpDeskHarness desk, long id, Func<JournalEntry, bool> holds) => Eventually.GetAsync(
        async () => (await desk.LookAtAsync(id, Token)).Row is var row && holds(row) ? row : null, $"the row {id}");

    private static Task<HealthCheckResult> CheckAsync(HelpDeskHarness desk) =>
        desk.Services.GetRequiredService<JournalHealthCheck>().CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Journal }, Token);
}
