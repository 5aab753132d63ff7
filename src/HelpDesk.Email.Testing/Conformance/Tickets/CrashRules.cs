using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What a call has answered survives the process.</summary>
internal static class CrashRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "What_was_applied_is_there_after_a_crash",
            "ApplyAsync returns after the commit, not before: ticket, entries and files are on disk by then.",
            async trial =>
            {
                var octets = new GeneratedOctets(seed: 9, length: 2_000_000);
                var made = await trial.MadeAsync().ConfigureAwait(false);
                var changed = (await trial.AppliedAsync(TicketTrial.Appending(made.Number, TicketTrial.File(octets)) with
                {
                    Status = TicketStatus.Pending,
                    AddParticipants = [TicketTrial.Bob],
                }).ConfigureAwait(false)).Ticket!;
                await trial.CrashAsync().ConfigureAwait(false);
                await trial.ExpectUntouchedAsync(changed, 2, "after the crash").ConfigureAwait(false);
                var entry = (await trial.EntriesAsync(made.Number).ConfigureAwait(false))[1];
                var stream = Expect.One(entry.Attachments, "Reading the files after the crash").Open();
                await using (stream.ConfigureAwait(false))
                {
                    await octets.ExpectSameAsync(stream, "The file after the crash", trial.Cancellation).ConfigureAwait(false);
                }
            }),
        new(
            "A_recorded_result_survives_a_crash",
            "Store results beside the tickets, in the same transaction: a worker that crashed right after Apply asks again when it is back.",
            async trial =>
            {
                var change = TicketTrial.Making();
                var first = await trial.AppliedAsync(change).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                TicketTrial.ExpectSame(first, await trial.ApplyAsync(change).ConfigureAwait(false), "The result after the crash");
                await trial.ExpectUntouchedAsync(first.Ticket!, 1, "after the crash and the repeat").ConfigureAwait(false);
            }),
        new(
            "An_ended_operation_stays_ended_after_a_crash",
            "Store the Void of an empty change like any other result.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number);
                await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                var late = await trial.ApplyAsync(change).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Void, late.Status, "The status of the late change");
                await trial.ExpectUntouchedAsync(ticket, 1, "after the late change").ConfigureAwait(false);
            }),
        new(
            "A_number_is_not_given_again_after_a_crash",
            "Take the next number from what is stored, not from what the process remembers.",
            async trial =>
            {
                var first = await trial.MadeAsync().ConfigureAwait(false);
                await trial.CrashAsync().ConfigureAwait(false);
                var second = await trial.MadeAsync().ConfigureAwait(false);
                Expect.That(first.Number != second.Number, $"the number '{first.Number}' given to two tickets.");
            }),
    ];
}
