using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Many callers at once, some of them in another process.</summary>
internal static class ConcurrencyRules
{
    private const int Callers = 16;

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Concurrent_twins_give_one_effect_and_one_result",
            "Two calls at once with one OperationId: one makes the change, the other waits for it and returns its recorded result. A unique key with a retry, or a lock on the id; not a look and then a write.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                var change = TicketTrial.Making();
                var made = await Crowd.RunAsync(Callers, i => ApplyAsync(trial, second, i, change)).ConfigureAwait(false);
                ExpectOneResult(made);
                var ticket = made[0].Ticket!;
                await trial.ExpectEntriesAsync(ticket.Number, 1, "after the twins that made it").ConfigureAwait(false);

                var append = TicketTrial.Appending(ticket.Number);
                var appended = await Crowd.RunAsync(Callers, i => ApplyAsync(trial, second, i, append)).ConfigureAwait(false);
                ExpectOneResult(appended);
                await trial.ExpectUntouchedAsync(appended[0].Ticket!, 2, "after the twins that appended").ConfigureAwait(false);
            }),
        new(
            "Tickets_made_at_once_get_numbers_of_their_own",
            "Give numbers out in the transaction that makes the ticket, from a sequence or under a unique key.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                var made = await Crowd.RunAsync(Callers, i => ApplyAsync(trial, second, i, TicketTrial.Making())).ConfigureAwait(false);
                Expect.That(made.All(result => result.Status == ApplyStatus.Applied), "a ticket that was not made.");
                Expect.Same(
                    Callers,
                    made.Select(result => result.Ticket!.Number).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
                    $"The number of different ticket numbers among {Callers} tickets");
                foreach (var result in made)
                {
                    await trial.ExpectEntriesAsync(result.Ticket!.Number, 1, "that was made at once with others").ConfigureAwait(false);
                }
            }),
        new(
            "Entries_appended_at_once_are_all_kept",
            "Appends to one ticket at once all stand, each with an id of its own and a version of its own.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var results = await Crowd.RunAsync(Callers, i => ApplyAsync(trial, second, i, TicketTrial.Appending(ticket.Number))).ConfigureAwait(false);
                Expect.That(results.All(result => result.Status == ApplyStatus.Applied), "an append that did not stand.");
                Expect.Same(Callers, results.Select(result => result.EntryId).Distinct().Count(), "The number of different entry ids");
                Expect.Same(Callers, results.Select(result => result.Ticket!.Version).Distinct().Count(), "The number of different versions");
                await trial.ExpectEntriesAsync(ticket.Number, 1 + Callers, "after the appends").ConfigureAwait(false);
            }),
        new(
            "Of_changes_at_once_that_expect_one_version_one_stands",
            "Compare the version and change the ticket in one step: of several that expect the same one, all but the first are conflicts.",
            async trial =>
            {
                var second = await trial.OpenSecondAsync().ConfigureAwait(false);
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var results = await Crowd.RunAsync(
                    Callers,
                    i => ApplyAsync(trial, second, i, TicketTrial.Appending(ticket.Number) with { ExpectedVersion = ticket.Version })).ConfigureAwait(false);
                Expect.Same(1, results.Count(result => result.Status == ApplyStatus.Applied), "The number of changes that stood");
                Expect.Same(Callers - 1, results.Count(result => result.Status == ApplyStatus.Conflict), "The number of conflicts");
                await trial.ExpectEntriesAsync(ticket.Number, 2, "after the changes").ConfigureAwait(false);
            }),
    ];

    private static Task<ApplyResult> ApplyAsync(TicketTrial trial, ITicketStore second, int caller, TicketChange change) =>
        (caller % 2 == 0 ? trial.Store : second).ApplyAsync(change, trial.Cancellation).AsTask();

    private static void ExpectOneResult(IReadOnlyList<ApplyResult> results)
    {
        Expect.That(results.All(result => result.Status == ApplyStatus.Applied), "a twin that was not answered with Applied.");
        Expect.Same(1, results.Select(result => result.ToJson()).Distinct().Count(), "The number of different results for one operation");
    }
}
