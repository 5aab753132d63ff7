using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>A change that breaks off, by an error or by its token, leaves everything or nothing.</summary>
internal static class WholeOrNothingRules
{
    private static readonly GeneratedOctets Small = new(seed: 1, length: 1_000);
    private static readonly GeneratedOctets Large = new(seed: 2, length: 3_000_000);

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_change_whose_file_breaks_off_leaves_nothing",
            "When reading an attachment throws, let the exception out and roll everything back: no entry, no other file, no new version, and the operation not recorded. Read attachments inside the transaction, or before it.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number, TicketTrial.File(Small), Breaking()) with
                {
                    Status = TicketStatus.Closed,
                    AddParticipants = [TicketTrial.Bob],
                };
                await Expect.ThrowsAsync(() => trial.ApplyAsync(change), "a change that stood although a file could not be read.").ConfigureAwait(false);
                await trial.ExpectUntouchedAsync(ticket, 1, "after the change that broke off").ConfigureAwait(false);

                var repeated = change with { Entry = TicketTrial.Entry("Now whole.", TicketTrial.File(Small), TicketTrial.File(Large)) };
                await trial.AppliedAsync(repeated).ConfigureAwait(false);
                await ExpectWholeAsync(trial, ticket.Number, entries: 2).ConfigureAwait(false);
            }),
        new(
            "A_ticket_whose_file_breaks_off_is_not_made",
            "When reading an attachment of a new ticket throws, no ticket stays behind and the operation is not recorded: the repeat makes the ticket.",
            async trial =>
            {
                var change = TicketTrial.Making(TicketTrial.File(Small), Breaking());
                await Expect.ThrowsAsync(() => trial.ApplyAsync(change), "a ticket that was made although a file could not be read.").ConfigureAwait(false);
                var asked = await trial.ApplyAsync(change with
                {
                    Entry = TicketTrial.Entry("Now whole.", TicketTrial.File(Small), TicketTrial.File(Large)),
                }).ConfigureAwait(false);
                Expect.Same(ApplyStatus.Applied, asked.Status, "The status of the repeat");
                await ExpectWholeAsync(trial, asked.Ticket!.Number, entries: 1).ConfigureAwait(false);
            }),
        new(
            "A_call_that_is_cancelled_beforehand_changes_nothing",
            "With a token that is cancelled already ApplyAsync throws OperationCanceledException, changes nothing and records nothing.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var change = TicketTrial.Appending(ticket.Number);
                var isCancelled = await Expect.IsCancelledAsync(
                    () => trial.Store.ApplyAsync(change, new CancellationToken(canceled: true)).AsTask()).ConfigureAwait(false);
                Expect.That(isCancelled, "a call that ran under a cancelled token.");
                await trial.ExpectUntouchedAsync(ticket, 1, "after the cancelled call").ConfigureAwait(false);
                await trial.AppliedAsync(change).ConfigureAwait(false);
            }),
        new(
            "A_call_that_is_cancelled_midway_leaves_all_or_nothing",
            "A token cancelled while files are read ends the call with everything rolled back, or the call goes on to its end. Pass the token on, and commit once.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                using var source = CancellationTokenSource.CreateLinkedTokenSource(trial.Cancellation);
                var midway = TicketTrial.File(Large, onRead: position =>
                {
                    if (position > Large.Length / 2)
                    {
                        source.Cancel();
                    }
                });
                var change = TicketTrial.Appending(ticket.Number, TicketTrial.File(Small), midway);
                await Expect.IsCancelledAsync(() => trial.Store.ApplyAsync(change, source.Token).AsTask()).ConfigureAwait(false);

                var became = await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                if (became.Status == ApplyStatus.Applied)
                {
                    await ExpectWholeAsync(trial, ticket.Number, entries: 2).ConfigureAwait(false);
                }
                else
                {
                    await trial.ExpectUntouchedAsync(ticket, 1, "after the call that was cancelled").ConfigureAwait(false);
                }
            }),
    ];

    private static TicketAttachment Breaking() => TicketTrial.File(Large, onRead: position =>
    {
        if (position > Large.Length / 2)
        {
            throw new IOException("The file broke off.");
        }
    });

    private static async Task ExpectWholeAsync(TicketTrial trial, string number, int entries)
    {
        await trial.ExpectEntriesAsync(number, entries, "after all").ConfigureAwait(false);
        var last = (await trial.EntriesAsync(number).ConfigureAwait(false))[^1];
        Expect.SameList([Small.Hash, Large.Hash], last.Attachments.Select(file => file.Sha256), "The files of the entry");
        foreach (var (file, octets) in last.Attachments.Zip([Small, Large]))
        {
            var stream = file.Open();
            await using (stream.ConfigureAwait(false))
            {
                await octets.ExpectSameAsync(stream, $"The file '{file.FileName}'", trial.Cancellation).ConfigureAwait(false);
            }
        }
    }
}
