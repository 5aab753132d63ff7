using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>An empty change asks what became of an operation, and ends it.</summary>
internal static class EmptyChangeRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "An_empty_change_ends_an_operation_for_good",
            "For an empty change with an unknown OperationId record Void and return it; a late Apply finds it recorded, answers Void and changes nothing. Keep it at least 30 days.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number);
                var ended = await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Void, ended.Status, "The status of the empty change");
                var late = await trial.ApplyAsync(change).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Void, late.Status, "The status of the late change");
                await trial.ExpectUntouchedAsync(ticket, 1, "after the late change").ConfigureAwait(false);
            }),
        new(
            "An_ended_operation_makes_no_ticket",
            "A late Apply that would make a ticket finds its operation ended, answers Void and makes none.",
            async trial =>
            {
                var change = TicketTrial.Making();
                await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                var late = await trial.ApplyAsync(change).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Void, late.Status, "The status of the late change");
                Expect.That(late.Ticket is null && !late.Created, "a result that speaks of a ticket that was made.");
            }),
        new(
            "An_empty_change_returns_what_was_applied_after_all",
            "Look the OperationId up before you look whether the change is empty: if it is known, return its recorded result, and the mail completes with it.",
            async trial =>
            {
                var making = TicketTrial.Making();
                var made = await trial.AppliedAsync(making).ConfigureAwait(false);
                var appending = TicketTrial.Appending(made.Ticket!.Number) with { Status = TicketStatus.Open };
                var appended = await trial.AppliedAsync(appending).ConfigureAwait(false);
                TicketTrial.ExpectSame(
                    made, await trial.ApplyAsync(TicketChange.Nothing(making.OperationId)).ConfigureAwait(false), "The answer for the first operation");
                TicketTrial.ExpectSame(
                    appended, await trial.ApplyAsync(TicketChange.Nothing(appending.OperationId)).ConfigureAwait(false), "The answer for the second operation");
                await trial.ExpectUntouchedAsync(appended.Ticket!, 2, "after the empty changes").ConfigureAwait(false);
            }),
        new(
            "An_empty_change_may_be_repeated",
            "An operation that was ended answers Void each time.",
            async trial =>
            {
                var nothing = TicketChange.Nothing(Guid.NewGuid());
                for (var i = 0; i < 2; i++)
                {
                    var result = await trial.ApplyAsync(nothing).ConfigureAwait(false);
                    TicketTrial.ExpectSame(ApplyResult.Void, result, "The result of an empty change");
                }
            }),
        new(
            "A_change_and_an_empty_change_at_once_agree",
            "Whoever comes first decides, and both get the same answer: let the unique key of the OperationId decide, not a look before.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var applied = 0;
                for (var round = 0; round < 20; round++)
                {
                    var change = TicketTrial.Appending(ticket.Number);
                    var nothing = TicketChange.Nothing(change.OperationId);
                    var results = await Crowd.RunAsync(4, i => trial.ApplyAsync(i % 2 == round % 2 ? change : nothing)).ConfigureAwait(false);
                    Expect.Same(1, results.Select(result => result.ToJson()).Distinct().Count(), "The number of different answers for one operation");
                    applied += results[0].Status == ApplyStatus.Applied ? 1 : 0;
                    await trial.ExpectEntriesAsync(ticket.Number, 1 + applied, "after a change and an empty change at once").ConfigureAwait(false);
                }
            }),
    ];
}
