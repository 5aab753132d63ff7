using HelpDesk.Email.InMemory;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Processing;

/// <summary>A ticket store whose tickets change under the engine's hands, or whose answers get lost.</summary>
public sealed class ConflictTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_that_changed_meanwhile_is_looked_up_again_and_the_mail_joins_it_once()
    {
        await using var desk = await StartAsync(store => store.ConflictsBefore = 2);
        var ticket = await ClosedTicketAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);

        Assert.Equal(JournalOutcome.Appended, reply.Outcome);
        Assert.Equal(2, reply.Trace.Count(line => line.Verdict == "conflict"));
        Assert.Equal(2, await desk.Tickets.EntriesAsync(ticket, Token).CountAsync(Token));
    }

    [Fact]
    public async Task After_five_conflicts_the_mail_rests_and_then_joins()
    {
        await using var desk = await StartAsync(store => store.ConflictsBefore = 5);
        var ticket = await ClosedTicketAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);
        Assert.Equal(JournalState.Received, reply.Row.State);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(JournalOutcome.Appended, (await desk.LookAtAsync(reply.Row.Id, Token)).Outcome);
    }

    [Fact]
    [Trait("Feature", "BE-01")]
    public async Task A_change_whose_answer_was_lost_is_applied_once_and_its_recorded_result_is_planned_from()
    {
        await using var desk = await StartAsync(store => store.LostAnswers = 2);

        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);

        var done = await desk.LookAtAsync(delivery.Row.Id, Token);
        Assert.Equal(JournalOutcome.Created, done.Outcome);
        Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
        Assert.Equal(done.Ticket, Assert.Single(desk.Transport.Sent).Text.Split("[#")[1].Split(']')[0]);
    }

    [Fact]
    public async Task A_change_that_fails_for_good_but_was_applied_after_all_completes_with_what_was_applied()
    {
        await using var desk = await StartAsync(store => store.LostAnswers = 3);

        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);

        Assert.Equal(JournalOutcome.Created, (await desk.LookAtAsync(delivery.Row.Id, Token)).Outcome);
        Assert.Single(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_change_that_fails_for_good_and_was_never_applied_is_quarantined_and_its_operation_ended()
    {
        await using var desk = await StartAsync(store => store.Refusals = 3);

        var delivery = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(30), Token);

        var done = await desk.LookAtAsync(delivery.Row.Id, Token);
        Assert.Equal(JournalOutcome.Quarantined, done.Outcome);
        Assert.Empty(await desk.Tickets.ListAsync(10, Token).ToListAsync(Token));
        Assert.NotEqual(delivery.Row.OperationId, done.Row.OperationId);
    }

    private static async Task<string> ClosedTicketAsync(HelpDeskHarness desk)
    {
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        desk.Tickets.Change(first.Ticket!, ticket => ticket with { Status = TicketStatus.Closed });
        return first.Ticket!;
    }

    private static Task<HelpDeskHarness> StartAsync(Action<UnsteadyStore> configure) => HelpDeskHarness.StartAsync(
        options => options.Compose = mail =>
        {
            mail.Services.AddSingleton(provider =>
            {
                var store = new UnsteadyStore(provider.GetRequiredService<InMemoryTicketStore>());
                configure(store);
                return store;
            });
            mail.UseTicketStore<UnsteadyStore>();
        },
        Token);

    private sealed class UnsteadyStore(InMemoryTicketStore inner) : ITicketStore
    {
        public int ConflictsBefore { get; set; }

        public int LostAnswers { get; set; }

        public int Refusals { get; set; }

        public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => inner.FindAsync(lookup, cancellationToken);

        public async ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken)
        {
            if (change is { ExpectedVersion: not null, TicketNumber: { } number } && ConflictsBefore > 0)
            {
                ConflictsBefore--;
                inner.Change(number, ticket => ticket with { Category = $"changed {ConflictsBefore}" });
            }

            if (!change.IsEmpty && Refusals > 0)
            {
                Refusals--;
                throw new InvalidOperationException("the table is broken");
            }

            var result = await inner.ApplyAsync(change, cancellationToken);
            if (!change.IsEmpty && LostAnswers > 0)
            {
                LostAnswers--;
                throw new InvalidOperationException("the answer is lost");
            }

            return result;
        }
    }
}
