using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What the expected version does, and what a conflict leaves behind: nothing.</summary>
internal static class VersionRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_change_that_expects_another_version_is_a_conflict_and_changes_nothing",
            "Compare ExpectedVersion in the transaction that changes the ticket (for instance in the WHERE of the UPDATE) and answer Conflict when it differs.",
            async trial =>
            {
                var old = await trial.MadeAsync().ConfigureAwait(false);
                var current = (await trial.AppliedAsync(TicketTrial.Appending(old.Number)).ConfigureAwait(false)).Ticket!;
                var result = await trial.ApplyAsync(TicketTrial.Appending(old.Number) with
                {
                    ExpectedVersion = old.Version,
                    Status = TicketStatus.Closed,
                }).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Conflict, result.Status, "The status of the result");
                Expect.That(result.Ticket is null && result.EntryId is null, "a conflict that carries a ticket or an entry.");
                await trial.ExpectUntouchedAsync(current, 2, "after the conflict").ConfigureAwait(false);
            }),
        new(
            "A_change_that_expects_the_present_version_stands",
            "A version that FindAsync or a result gave out is the one that ExpectedVersion is compared with, character for character.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                var found = await trial.FindAsync(made.Number).ConfigureAwait(false);
                var second = await trial.AppliedAsync(TicketTrial.Appending(made.Number) with { ExpectedVersion = found.Version }).ConfigureAwait(false);
                await trial.AppliedAsync(TicketTrial.Appending(made.Number) with { ExpectedVersion = second.Ticket!.Version }).ConfigureAwait(false);
            }),
        new(
            "A_conflict_is_recorded_nowhere",
            "After a conflict the OperationId is as unknown as before: the same operation may stand later. Record results of changes and of empty changes alone.",
            async trial =>
            {
                var old = await trial.MadeAsync().ConfigureAwait(false);
                var current = (await trial.AppliedAsync(TicketTrial.Appending(old.Number)).ConfigureAwait(false)).Ticket!;
                var change = TicketTrial.Appending(old.Number) with { ExpectedVersion = old.Version };
                var conflict = await trial.ApplyAsync(change).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Conflict, conflict.Status, "The status of the first result");
                await trial.AppliedAsync(change with { ExpectedVersion = current.Version }).ConfigureAwait(false);
                await trial.ExpectEntriesAsync(old.Number, 3, "after the operation stood").ConfigureAwait(false);
            }),
        new(
            "A_conflict_can_be_given_up_by_an_empty_change",
            "After a conflict an empty change finds the operation unknown, ends it, and answers Void.",
            async trial =>
            {
                var old = await trial.MadeAsync().ConfigureAwait(false);
                var current = (await trial.AppliedAsync(TicketTrial.Appending(old.Number)).ConfigureAwait(false)).Ticket!;
                var change = TicketTrial.Appending(old.Number) with { ExpectedVersion = old.Version };
                await trial.ApplyAsync(change).ConfigureAwait(false);
                var ended = await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Void, ended.Status, "The status of the empty change");
                await trial.ExpectUntouchedAsync(current, 2, "after the operation was ended").ConfigureAwait(false);
            }),
        new(
            "A_change_of_a_ticket_that_is_gone_is_a_conflict",
            "A number that no ticket has answers Conflict, with and without an expected version; no ticket is made and nothing thrown.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                var gone = made.Number + "9";
                foreach (var version in new[] { null, made.Version })
                {
                    var result = await trial.ApplyAsync(TicketTrial.Appending(gone) with { ExpectedVersion = version }).ConfigureAwait(false);
                    Expect.Same(ApplyStatus.Conflict, result.Status, "The status of the result");
                }

                var found = await trial.Store.FindAsync(TicketLookup.Of(gone), trial.Cancellation).ConfigureAwait(false);
                Expect.Same(0, found.Count, "The number of tickets found under the number that was gone");
            }),
        new(
            "A_change_without_an_expected_version_stands_whatever_the_version",
            "Without ExpectedVersion there is nothing to compare: pure appends never conflict.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                await trial.AppliedAsync(TicketTrial.Appending(made.Number)).ConfigureAwait(false);
                await trial.AppliedAsync(TicketTrial.Appending(made.Number)).ConfigureAwait(false);
                await trial.ExpectEntriesAsync(made.Number, 3, "after two appends").ConfigureAwait(false);
            }),
        new(
            "Every_change_gives_the_ticket_a_version_it_never_had",
            "Count the version up with every change of the ticket: an entry, a status, a person.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var versions = new HashSet<string> { ticket.Version };
                var bare = new TicketChange { OperationId = Guid.Empty, TicketNumber = ticket.Number };
                foreach (var change in new[]
                {
                    TicketTrial.Appending(ticket.Number),
                    bare with { Status = TicketStatus.Closed },
                    bare with { Status = TicketStatus.Open },
                    bare with { AddParticipants = [TicketTrial.Bob] },
                    TicketTrial.Appending(ticket.Number),
                })
                {
                    var result = await trial.AppliedAsync(change with { OperationId = Guid.NewGuid() }).ConfigureAwait(false);
                    Expect.That(versions.Add(result.Ticket!.Version), $"a change that left the version at '{result.Ticket.Version}', or brought it back.");
                }
            }),
        new(
            "A_result_shows_the_ticket_as_it_is_found_right_after",
            "Read the ticket for the result in the same transaction, after the change: version, status and people as FindAsync gives them.",
            async trial =>
            {
                var made = await trial.MadeAsync().ConfigureAwait(false);
                Expect.Same(TicketTrial.Show(made), TicketTrial.Show(await trial.FindAsync(made.Number).ConfigureAwait(false)), "The ticket found after it was made");
                var changed = (await trial.AppliedAsync(TicketTrial.Appending(made.Number) with
                {
                    Status = TicketStatus.Pending,
                    AddParticipants = [TicketTrial.Bob],
                }).ConfigureAwait(false)).Ticket!;
                Expect.Same(TicketTrial.Show(changed), TicketTrial.Show(await trial.FindAsync(made.Number).ConfigureAwait(false)), "The ticket found after it was changed");
            }),
    ];
}
