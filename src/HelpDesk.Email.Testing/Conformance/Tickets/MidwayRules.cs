using HelpDesk.Email.Testing.Conformance.Octets;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>A worker that dies, or is told to stop, between any two changes, and files that are too large for the memory.</summary>
internal static class MidwayRules
{
    private const int Large = 32 << 20;
    private const int Steps = 6;

    private static readonly GeneratedOctets Octets = new(seed: 20, length: 40_000);

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_crash_after_any_change_ends_with_the_same_ticket",
            "A worker that died does not know whether its last change stood, and applies it again under the same OperationId: whichever change it was, the ticket comes out the same.",
            async trial =>
            {
                string? expected = null;
                for (var crash = 0; crash <= Steps; crash++)
                {
                    var life = await LiveAsync(trial, crash).ConfigureAwait(false);
                    expected ??= life;
                    Expect.Same(expected, life, $"The ticket after a crash behind change {crash} of {Steps}");
                }
            }),
        new(
            "A_change_that_is_cancelled_at_any_moment_is_there_whole_or_not_at_all",
            "Entry, files, status, people and the recorded result are one transaction, whenever the token is cancelled; an empty change then tells what became of it.",
            async trial =>
            {
                var before = await trial.MadeAsync().ConfigureAwait(false);
                var entries = 1;
                for (var i = 0; i < Midway.Moments; i++)
                {
                    var change = TicketTrial.Appending(before.Number, TicketTrial.File(Octets), TicketTrial.File(Octets, "b.pdf")) with
                    {
                        Status = before.Status == TicketStatus.Open ? TicketStatus.Pending : TicketStatus.Open,
                    };
                    var isCancelled = await Midway.CancelAsync(i, token => trial.Store.ApplyAsync(change, token).AsTask(), trial.Cancellation).ConfigureAwait(false);
                    var became = await trial.ApplyAsync(TicketChange.Nothing(change.OperationId)).ConfigureAwait(false);
                    Expect.That(isCancelled || became.Status == ApplyStatus.Applied, "a change that went on to its end, and that nobody knows.");
                    if (became.Status != ApplyStatus.Applied)
                    {
                        await trial.ExpectUntouchedAsync(before, entries, "after a change that was cancelled").ConfigureAwait(false);
                        continue;
                    }

                    entries++;
                    before = became.Ticket!;
                    await trial.ExpectUntouchedAsync(before, entries, "after a change that was cancelled too late").ConfigureAwait(false);
                    var entry = (await trial.EntriesAsync(before.Number).ConfigureAwait(false))[^1];
                    Expect.SameList([Octets.Hash, Octets.Hash], entry.Attachments.Select(file => file.Sha256), "The files of the entry");
                }
            }),
        new(
            "A_large_file_is_never_in_memory",
            "Copy files in pieces from Open to where they stay, and give them back as a stream over that place: several at once must not stand in memory.",
            async trial =>
            {
                trial.RequireStreams();
                var seed = 2_000;
                string? number = null;
                await HeldMemory.ExpectSmallAsync(Large, async tell =>
                    number = (await trial.AppliedAsync(TicketTrial.Making(TicketTrial.File(new GeneratedOctets(++seed, Large), onRead: tell))).ConfigureAwait(false)).Ticket!.Number).ConfigureAwait(false);
                var entry = Expect.One(await trial.EntriesAsync(number!).ConfigureAwait(false), "Reading the entries");
                await HeldMemory.ExpectSmallAsync(Large, tell => ReadAsync(Expect.One(entry.Attachments, "Reading the files"), tell, trial.Cancellation)).ConfigureAwait(false);
            }),
    ];

    // What a mail and its answers do to a ticket, with a crash behind one of the changes, and the ticket in the end.
    private static async Task<string> LiveAsync(TicketTrial trial, int crash)
    {
        var step = 0;
        var ticket = await StepAsync(TicketTrial.Making(TicketTrial.File(Octets))).ConfigureAwait(false);
        foreach (var change in new[]
        {
            TicketTrial.Appending(ticket.Number, TicketTrial.File(Octets, "b.pdf")) with { AddParticipants = [TicketTrial.Bob] },
            TicketTrial.Appending(ticket.Number) with { Status = TicketStatus.Closed },
            TicketTrial.Appending(ticket.Number) with { Status = TicketStatus.Open },
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = ticket.Number, AddSubscribers = [TicketTrial.Bob] },
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = ticket.Number, Status = TicketStatus.Pending },
        })
        {
            ticket = await StepAsync(change).ConfigureAwait(false);
        }

        var found = await trial.FindAsync(ticket.Number).ConfigureAwait(false);
        var entries = await trial.EntriesAsync(ticket.Number).ConfigureAwait(false);
        return string.Join(
            '\n',
            $"status: {found.Status}",
            $"participants: {string.Join(", ", found.Participants.Select(each => each.Key).Order(StringComparer.Ordinal))}",
            $"subscribers: {string.Join(", ", found.Subscribers.Select(each => each.Key).Order(StringComparer.Ordinal))}",
            $"entries: {string.Join("; ", entries.Select(entry => $"{entry.Text} [{string.Join(", ", entry.Attachments.Select(file => file.FileName))}]"))}");

        async Task<TicketSnapshot> StepAsync(TicketChange change)
        {
            var result = await trial.AppliedAsync(change).ConfigureAwait(false);
            if (++step == crash)
            {
                await trial.CrashAsync().ConfigureAwait(false);
                TicketTrial.ExpectSame(result, await trial.ApplyAsync(change).ConfigureAwait(false), $"The result of change {step} applied again after the crash");
            }

            return result.Ticket!;
        }
    }

    private static async Task ReadAsync(TicketAttachment file, Action<long> tell, CancellationToken cancellationToken)
    {
        var stream = file.Open();
        await using (stream.ConfigureAwait(false))
        {
            var buffer = new byte[81_920];
            long position = 0;
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                tell(position += read);
            }
        }
    }
}
