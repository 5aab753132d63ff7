using HelpDesk.Email.Histories;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Histories;

/// <summary>The log of one mailbox.</summary>
public sealed class MailboxHistoryTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "IN-12")]
    public async Task All_that_happened_to_each_mail_of_a_mailbox_is_told_in_order_and_in_pages()
    {
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:sales:Address"] = "sales@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Settings["AutomaticAnswers:Delay"] = "0";
            },
            Token);
        var first = await DeliverAsync(desk, "support", "Printer");
        await DeliverAsync(desk, "sales", "Offer");
        var copy = Mails.From("bob@example.test", "Screen", "It is dark.");
        var second = await desk.DeliverAsync(copy with { Mailbox = "support" }, Token);
        var third = await desk.DeliverAsync(copy with { Mailbox = "support" }, Token);
        var history = new MailboxHistory(desk.Store);

        var all = await history.ReadAsync("support", before: null, max: 100, Token);

        Assert.Equal(
            [("in", first.Row.Id), ("out", first.Outbox[0].Id), ("in", second.Row.Id), ("out", second.Outbox[0].Id), ("in", third.Row.Id)],
            all.Select(mail => mail.Incoming is { } row ? ("in", row.Id) : ("out", mail.Outgoing!.Id)));
        Assert.Equal([JournalOutcome.Created, JournalOutcome.Created, JournalOutcome.Duplicate], all.Select(mail => mail.Incoming?.Outcome).OfType<JournalOutcome>());
        Assert.Contains(all[0].Trace, line => line.Step.StartsWith("Classify", StringComparison.Ordinal));
        Assert.Equal(OutboxState.Sent, all[1].Outgoing!.State);

        Assert.Equal([third.Row.Id], (await history.ReadAsync("support", before: null, max: 1, Token)).Select(mail => mail.Incoming!.Id));
        Assert.Equal(first.Row.Id, (await history.ReadAsync("support", second.Row.Id, max: 1, Token))[0].Incoming!.Id);
        Assert.Empty(await history.ReadAsync("support", first.Row.Id, max: 1, Token));
        Assert.Empty(await history.ReadAsync("elsewhere", before: null, max: 1, Token));
    }

    private static Task<HarnessDelivery> DeliverAsync(HelpDeskHarness desk, string mailbox, string subject) =>
        desk.DeliverAsync(Mails.From("ann@example.test", subject, "It smokes.") with { Mailbox = mailbox }, Token);
}
