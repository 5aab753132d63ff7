using System.Diagnostics.Metrics;
using HelpDesk.Email.Health;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Tests.Health;

[Trait("Feature", "BE-12")]
public sealed class BacklogHealthTests
{
    private static readonly HarnessMail Mail = Mails.From("ann@example.test", "Printer", "It smokes.");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_checks_of_a_new_desk_are_healthy_and_have_names_of_their_own()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        foreach (var check in HelpDeskEmailHealthChecks.All)
        {
            Assert.Equal(HealthStatus.Healthy, (await CheckAsync(desk, check)).Status);
            Assert.Equal([HelpDeskEmailHealthChecks.Tag], check.Tags);
        }

        Assert.Equal(
            ["helpdesk-email-mailboxes", "helpdesk-email-journal", "helpdesk-email-outbox", "helpdesk-email-templates"], HelpDeskEmailHealthChecks.All.Select(check => check.Name));
    }

    [Fact]
    public async Task Mail_that_waits_to_be_processed_makes_the_journal_degraded_and_then_unhealthy()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        await AppendAsync(desk);

        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(desk, HelpDeskEmailHealthChecks.Journal)).Status);
        desk.Clock.Advance(TimeSpan.FromMinutes(25));
        var result = await CheckAsync(desk, HelpDeskEmailHealthChecks.Journal);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.StartsWith("1 mails wait to be processed, the oldest for 31 minutes.", result.Description, StringComparison.Ordinal);
        Assert.Equal(1L, result.Data["unfinished"]);
    }

    [Fact]
    public async Task An_account_that_is_closed_is_named_with_the_reason_and_mail_that_is_overdue_is_told()
    {
        await using var desk = await HelpDeskHarness.StartAsync(options => options.Settings["AutomaticAnswers:Delay"] = "0", Token);
        desk.Transport.Answer = _ => DeliveryResult.Closed("the quota is used up.", TimeSpan.FromMinutes(10));
        await desk.DeliverAsync(Mail, Token);

        var closed = await CheckAsync(desk, HelpDeskEmailHealthChecks.Outbox);
        Assert.Equal(HealthStatus.Degraded, closed.Status);
        Assert.Contains("account 'default' is closed until 2026-01-05 09:10:00Z, then it is tried again: the quota is used up.", closed.Description, StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromMinutes(45));
        var overdue = await CheckAsync(desk, HelpDeskEmailHealthChecks.Outbox);
        Assert.Equal(HealthStatus.Unhealthy, overdue.Status);
        Assert.StartsWith("1 mails wait to be sent, one of them is due for 45 minutes.", overdue.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_is_asked_once_in_15_seconds_however_many_ask()
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        var store = new Counting();
        using var reading = new BacklogReading(store, clock);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => reading.GetAsync(Token).AsTask()));
        clock.Advance(TimeSpan.FromSeconds(14));
        await reading.GetAsync(Token);
        Assert.Equal(1, store.Calls);

        clock.Advance(TimeSpan.FromSeconds(1));
        await reading.GetAsync(Token);
        Assert.Equal(2, store.Calls);
    }

    [Fact]
    public async Task A_store_that_is_away_is_unhealthy_and_not_an_exception()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        using var reading = new BacklogReading(new Away(), desk.Clock);

        var result = await new JournalHealthCheck(reading, desk.Clock).CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Journal }, Token);

        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.StartsWith("The mail store can't be reached", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gauges_tell_depth_and_age()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        await AppendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromSeconds(90));
        var gauges = desk.Services.GetRequiredService<Gauges>();
        await desk.Services.GetRequiredService<BacklogReading>().GetAsync(Token);

        var observed = new Dictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (ReferenceEquals(instrument.Meter, gauges.Meter))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => observed[instrument.Name] = value);
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => observed[instrument.Name] = value);
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(
            new Dictionary<string, double>
            {
                ["helpdesk_email.journal.depth"] = 1,
                ["helpdesk_email.journal.oldest_age"] = 90,
                ["helpdesk_email.outbox.depth"] = 0,
                ["helpdesk_email.outbox.oldest_due_age"] = 0,
            },
            observed);
    }

    private static async Task AppendAsync(HelpDeskHarness desk)
    {
        var row = new NewJournalEntry("support", "uid:1", MailContent.FromOctets(Mail.Octets), new MailFacts("<1@example.test>"))
        {
            OperationId = Guid.NewGuid(),
            ReceivedAt = desk.Clock.GetUtcNow(),
        };
        await desk.Store.Journal.AppendAsync([row], Token);
    }

    private static Task<HealthCheckResult> CheckAsync(HelpDeskHarness desk, HealthCheckRegistration check) =>
        check.Factory(desk.Services).CheckHealthAsync(new HealthCheckContext { Registration = check }, Token);

    private sealed class Counting : IMailBacklog
    {
        private int _calls;

        public int Calls => _calls;

        public async ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _calls);
            await Task.Yield();
            return new MailBacklog();
        }
    }

    private sealed class Away : IMailBacklog
    {
        public ValueTask<MailBacklog> MeasureAsync(CancellationToken cancellationToken) => throw new StoreUnavailableException("away");
    }
}
