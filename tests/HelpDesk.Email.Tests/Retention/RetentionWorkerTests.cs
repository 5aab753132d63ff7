using HelpDesk.Email.Outbound;
using HelpDesk.Email.Retention;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Retention;

[Trait("Feature", "BE-11")]
public sealed class RetentionWorkerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "IN-14")]
    public async Task What_was_received_is_purged_after_30_days_and_its_ticket_stays_whole()
    {
        await using var desk = await DeskAsync();
        var delivery = await DeliverAsync(desk, "Printer");

        await desk.AdvanceAsync(TimeSpan.FromDays(29), Token);
        await RunOnceAsync(desk);
        Assert.NotNull(await desk.Store.Journal.OpenContentAsync(delivery.Row.Id, Token));

        await desk.AdvanceAsync(TimeSpan.FromDays(2), Token);
        await RunOnceAsync(desk);
        Assert.Null(await desk.Store.Journal.OpenContentAsync(delivery.Row.Id, Token));
        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(delivery.Row.Id, Token)).Row.Outcome);
        Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
    }

    [Theory]
    [InlineData("Retention:ContentCount", "1")]
    [InlineData("Retention:ContentMegabytes", "1")]
    [Trait("Feature", "IN-14")]
    public async Task Count_and_size_limit_what_is_kept_too_and_the_youngest_stays(string key, string value)
    {
        await using var desk = await DeskAsync((key, value));
        var text = new string('x', 600_000);
        var older = await DeliverAsync(desk, "One", text);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        var younger = await DeliverAsync(desk, "Two", text);

        await RunOnceAsync(desk);

        Assert.Null(await desk.Store.Journal.OpenContentAsync(older.Row.Id, Token));
        Assert.NotNull(await desk.Store.Journal.OpenContentAsync(younger.Row.Id, Token));
    }

    [Fact]
    [Trait("Feature", "IN-14")]
    public async Task Nought_is_no_limit_and_changed_settings_are_in_effect_at_the_next_hour()
    {
        await using var desk = await DeskAsync(("Retention:ContentAge", "0"), ("Retention:ContentCount", "0"), ("Retention:ContentMegabytes", "0"));
        var delivery = await DeliverAsync(desk, "Printer");
        await desk.AdvanceAsync(TimeSpan.FromDays(1000), Token);
        await RunOnceAsync(desk);
        Assert.NotNull(await desk.Store.Journal.OpenContentAsync(delivery.Row.Id, Token));

        Assert.Null(desk.ChangeSettings([.. Base.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)), KeyValuePair.Create<string, string?>("Retention:ContentAge", "10.00:00:00")]));
        await RunOnceAsync(desk);
        Assert.Null(await desk.Store.Journal.OpenContentAsync(delivery.Row.Id, Token));
    }

    [Fact]
    [Trait("Feature", "OU-07")]
    public async Task Mail_that_failed_is_kept_for_30_days_and_then_deleted()
    {
        await using var desk = await DeskAsync(("AutomaticAnswers:Delay", "0"));
        desk.Transport.Answer = mail => DeliveryResult.ForAll(mail, RecipientStatus.Rejected, "550 no");
        var delivery = await DeliverAsync(desk, "Printer");
        var mail = Assert.Single(delivery.Outbox);
        Assert.Equal(OutboxState.Failed, mail.State);

        await desk.AdvanceAsync(TimeSpan.FromDays(29), Token);
        await RunOnceAsync(desk);
        Assert.Single((await desk.LookAtAsync(delivery.Row.Id, Token)).Outbox);

        await desk.AdvanceAsync(TimeSpan.FromDays(2), Token);
        await RunOnceAsync(desk);
        Assert.Empty((await desk.LookAtAsync(delivery.Row.Id, Token)).Outbox);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("0", true)]
    public async Task Mail_is_kept_as_it_was_sent_for_30_days_and_its_row_for_good(string? age, bool isThere)
    {
        await using var desk = await DeskAsync(("AutomaticAnswers:Delay", "0"), ("Retention:SentMailAge", age ?? "30.00:00:00"));
        var delivery = await DeliverAsync(desk, "Printer");
        var mail = Assert.Single(delivery.Outbox);
        Assert.Equal(OutboxState.Sent, mail.State);

        await desk.AdvanceAsync(TimeSpan.FromDays(29), Token);
        await RunOnceAsync(desk);
        Assert.NotNull(await desk.Store.Outbox.OpenContentAsync(mail.Id, Token));

        await desk.AdvanceAsync(TimeSpan.FromDays(2), Token);
        await RunOnceAsync(desk);
        Assert.Equal(isThere, await desk.Store.Outbox.OpenContentAsync(mail.Id, Token) is not null);
        Assert.Equal(mail.MessageId, Assert.Single((await desk.LookAtAsync(delivery.Row.Id, Token)).Outbox).MessageId);

        var answer = await desk.DeliverAsync(HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nIn-Reply-To: {mail.MessageId}\nSubject: Still\nMessage-ID: <late@example.test>\n\nIt smokes.\n"), Token);
        Assert.Equal(delivery.Ticket, answer.Ticket);
    }

    [Fact]
    public async Task Of_two_processes_one_does_it_until_it_is_gone()
    {
        await using var desk = await DeskAsync();
        var worker = desk.Services.GetRequiredService<RetentionWorker>();

        var lease = await worker.RunOnceAsync("one", Token);
        Assert.NotNull(lease);
        Assert.Null(await worker.RunOnceAsync("two", Token));
        Assert.NotNull(await worker.RunOnceAsync("one", Token));
        await desk.Store.Leases.ReleaseAsync(lease, Token);
        Assert.NotNull(await worker.RunOnceAsync("two", Token));
    }

    [Fact]
    public async Task The_worker_looks_about_once_an_hour_and_gives_its_lease_back_when_it_stops()
    {
        await using var desk = await DeskAsync();
        var delivery = await DeliverAsync(desk, "Printer");
        desk.Clock.Advance(TimeSpan.FromDays(31));
        using var stop = new CancellationTokenSource();
        var running = desk.Services.GetRequiredService<RetentionWorker>().RunAsync("one", stop.Token);

        while (await desk.Store.Journal.OpenContentAsync(delivery.Row.Id, Token) is not null)
        {
            Token.ThrowIfCancellationRequested();
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.NotNull(await desk.Store.Leases.TryAcquireAsync("retention", "two", TimeSpan.FromMinutes(1), Token));
    }

    private static (string Key, string? Value)[] Base { get; } = [("Mailboxes:support:Address", "support@helpdesk.test"), ("Outgoing:default:Kind", "Memory")];

    private static Task<HelpDeskHarness> DeskAsync(params (string Key, string? Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            foreach (var (key, value) in Base.Concat(settings))
            {
                options.Settings[key] = value;
            }
        },
        Token);

    private static Task<HarnessDelivery> DeliverAsync(HelpDeskHarness desk, string subject, string text = "It smokes.") =>
        desk.DeliverAsync(Mails.From("ann@example.test", subject, text), Token);

    private static Task<Lease?> RunOnceAsync(HelpDeskHarness desk) => desk.Services.GetRequiredService<RetentionWorker>().RunOnceAsync("harness", Token);
}
