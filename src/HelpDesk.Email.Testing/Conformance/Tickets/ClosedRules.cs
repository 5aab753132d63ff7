using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Which tickets were closed when.</summary>
internal static class ClosedRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_ticket_knows_since_when_it_is_closed",
            "ClosedAt is set by the change that closes the ticket, on the store's clock, stays through further changes of a closed ticket, and goes when it is opened.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                Expect.Same(null, made.ClosedAt, "ClosedAt of an open ticket");
                var closed = await SetAsync(trial, made.Number, TicketStatus.Closed).ConfigureAwait(false);
                Expect.That(closed.ClosedAt is not null, "no ClosedAt at a ticket that was closed.");
                var noted = (await trial.AppliedAsync(TicketTrial.Appending(made.Number)).ConfigureAwait(false)).Ticket!;
                Expect.Same(closed.ClosedAt, noted.ClosedAt, "ClosedAt after an entry that leaves the ticket closed");
                Expect.Same(closed.ClosedAt, (await trial.FindAsync(made.Number).ConfigureAwait(false)).ClosedAt, "ClosedAt of the ticket found");
                Expect.Same(null, (await SetAsync(trial, made.Number, TicketStatus.Open).ConfigureAwait(false)).ClosedAt, "ClosedAt of a ticket that was opened again");
            }),
        new(
            "Tickets_are_given_that_were_closed_within_a_time",
            "The beginning is left out and the end is not, so that times that follow on each other give every ticket once. The first that was closed comes first; open tickets are not among them.",
            async trial =>
            {
                var closed = new List<TicketSnapshot>();
                for (var i = 0; i < 3; i++)
                {
                    var made = await trial.MadeAsync().ConfigureAwait(false);
                    closed.Add(await SetAsync(trial, made.Number, TicketStatus.Closed).ConfigureAwait(false));
                    await Task.Delay(TimeSpan.FromMilliseconds(2), TimeProvider.System, trial.Cancellation).ConfigureAwait(false);
                }

                await trial.MadeAsync().ConfigureAwait(false);
                Expect.SameList(
                    closed.Select(ticket => ticket.Number),
                    await ClosedAsync(trial, closed[0].ClosedAt!.Value.AddHours(-1), closed[2].ClosedAt!.Value.AddHours(1)).ConfigureAwait(false),
                    "The tickets closed within two hours");
                Expect.SameList(
                    closed.Where(ticket => ticket.ClosedAt > closed[0].ClosedAt && ticket.ClosedAt <= closed[1].ClosedAt).Select(ticket => ticket.Number),
                    await ClosedAsync(trial, closed[0].ClosedAt!.Value, closed[1].ClosedAt!.Value).ConfigureAwait(false),
                    "The tickets closed after the first and not after the second");
            }),
    ];

    private static async Task<TicketSnapshot> SetAsync(TicketTrial trial, string number, TicketStatus status) =>
        (await trial.AppliedAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = number, Status = status }).ConfigureAwait(false)).Ticket!;

    private static async Task<IReadOnlyList<string>> ClosedAsync(TicketTrial trial, DateTimeOffset after, DateTimeOffset until)
    {
        var numbers = new List<string>();
        await foreach (var ticket in trial.Queries.ClosedBetweenAsync(after, until, trial.Cancellation).ConfigureAwait(false))
        {
            numbers.Add(ticket.Number);
        }

        return numbers;
    }
}
