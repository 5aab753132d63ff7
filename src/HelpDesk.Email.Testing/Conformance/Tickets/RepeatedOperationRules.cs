using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>One operation has one effect and one result, however often it is applied.</summary>
internal static class RepeatedOperationRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_change_applied_twice_has_one_effect_and_one_result",
            "A known OperationId returns its recorded result and changes nothing. Keep the id under a unique key, in the transaction that makes the change.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number);
                var first = await trial.AppliedAsync(change).ConfigureAwait(false);
                var second = await trial.ApplyAsync(change).ConfigureAwait(false);
                TicketTrial.ExpectSame(first, second, "The result of the second call");
                await trial.ExpectUntouchedAsync(first.Ticket!, 2, "after the second call").ConfigureAwait(false);
            }),
        new(
            "A_ticket_made_twice_by_one_operation_is_one_ticket",
            "A known OperationId makes no second ticket. Keep the id in the transaction that makes the ticket.",
            async trial =>
            {
                var change = TicketTrial.Making();
                var first = await trial.AppliedAsync(change).ConfigureAwait(false);
                var second = await trial.ApplyAsync(change).ConfigureAwait(false);
                TicketTrial.ExpectSame(first, second, "The result of the second call");
                await trial.ExpectEntriesAsync(first.Ticket!.Number, 1, "after the second call").ConfigureAwait(false);
            }),
        new(
            "A_known_operation_returns_its_recorded_result_before_any_version_check",
            "Look the OperationId up first. The version that a change expects is past as soon as the change stands, so checking it first turns every repeat into a conflict.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number) with { ExpectedVersion = ticket.Version };
                var first = await trial.AppliedAsync(change).ConfigureAwait(false);
                var second = await trial.ApplyAsync(change).ConfigureAwait(false);
                TicketTrial.ExpectSame(first, second, "The result of the second call");
            }),
        new(
            "A_recorded_result_stays_exact_after_later_changes",
            "Return the result as it was recorded, with the ticket as it stood then: mail is planned from it. Store ApplyResult.ToJson(); don't build it anew from the ticket.",
            async trial =>
            {
                var making = TicketTrial.Making();
                var made = await trial.AppliedAsync(making).ConfigureAwait(false);
                var closing = TicketTrial.Appending(made.Ticket!.Number) with { Status = TicketStatus.Closed };
                var closed = await trial.AppliedAsync(closing).ConfigureAwait(false);
                await trial.AppliedAsync(TicketTrial.Appending(made.Ticket.Number) with
                {
                    Status = TicketStatus.Open,
                    AddParticipants = [TicketTrial.Bob],
                }).ConfigureAwait(false);

                TicketTrial.ExpectSame(made, await trial.ApplyAsync(making).ConfigureAwait(false), "The recorded result of the first operation");
                TicketTrial.ExpectSame(closed, await trial.ApplyAsync(closing).ConfigureAwait(false), "The recorded result of the second operation");
            }),
        new(
            "A_known_operation_is_known_whatever_its_change_says_now",
            "The OperationId alone names the operation. Don't compare, and don't apply, what a repeat brings along.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var other = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number);
                var first = await trial.AppliedAsync(change).ConfigureAwait(false);
                var second = await trial.ApplyAsync(change with
                {
                    TicketNumber = other.Number,
                    Entry = TicketTrial.Entry("Another text."),
                    Status = TicketStatus.Closed,
                }).ConfigureAwait(false);
                TicketTrial.ExpectSame(first, second, "The result of the second call");
                await trial.ExpectUntouchedAsync(other, 1, "that only the repeat named").ConfigureAwait(false);
            }),
    ];
}
