using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Processing;

public sealed class FailureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "BE-03")]
    public async Task A_mail_that_fails_three_times_is_quarantined_with_its_octets_and_can_be_replayed()
    {
        var fault = ThrowingStep.Current.Value = new ThrowingStep.Fault("poison", isTransient: false);
        await using var desk = await StartAsync();
        var mail = Mails.From("ann@example.test", "poison", "x");
        var delivery = await desk.DeliverAsync(mail, Token);
        var other = await desk.DeliverAsync(Mails.From("ann@example.test", "harmless", "y"), Token);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);
        var row = (await desk.LookAtAsync(delivery.Row.Id, Token)).Row;

        Assert.Equal(3, fault.Calls);
        Assert.Equal(JournalOutcome.Quarantined, row.Outcome);
        Assert.Equal(JournalOutcome.Created, other.Outcome);
        using (var content = await desk.Store.Journal.OpenContentAsync(row.Id, Token))
        {
            Assert.True(content!.TryGetMemory(out var octets));
            Assert.True(octets.Span.SequenceEqual(mail.Octets.Span));
        }

        fault.Word = "mended";
        Assert.True(await desk.Store.Journal.ReplayAsync(row.Id, Guid.NewGuid(), Token));
        await desk.SettleAsync(Token);
        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(row.Id, Token)).Outcome);
    }

    [Fact]
    public async Task A_store_that_is_away_defers_the_mail_and_counts_nothing()
    {
        var fault = ThrowingStep.Current.Value = new ThrowingStep.Fault("away", isTransient: true);
        await using var desk = await StartAsync();
        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", "away", "x"), Token);

        for (var i = 0; i < 10; i++)
        {
            await desk.AdvanceAsync(TimeSpan.FromSeconds(5), Token);
        }

        var waiting = (await desk.LookAtAsync(delivery.Row.Id, Token)).Row;
        Assert.True(fault.Calls > 5);
        Assert.Equal(JournalState.Received, waiting.State);
        Assert.Equal(0, waiting.Attempts);

        fault.Word = "back";
        await desk.AdvanceAsync(TimeSpan.FromSeconds(5), Token);
        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(delivery.Row.Id, Token)).Outcome);
    }

    [Fact]
    public async Task A_subject_over_the_limit_is_quarantined_with_the_reason_and_the_key()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);

        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", new string('x', 401), "x"), Token);

        Assert.Equal(JournalOutcome.Quarantined, delivery.Outcome);
        Assert.Contains(delivery.Trace, line => line.Reason.Contains("Limits:MaxSubjectLength", StringComparison.Ordinal));
    }

    private static Task<HelpDeskHarness> StartAsync() =>
        HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.ConfigurePipeline(p => p.InsertAfter<ParseStep, ThrowingStep>()), Token);
}
