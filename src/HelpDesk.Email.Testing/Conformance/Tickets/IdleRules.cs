using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Which tickets nobody has written to for a while.</summary>
internal static class IdleRules
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 5, 12, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Tickets_are_idle_by_their_last_public_message_the_longest_silent_first",
            "Look at the last entry that is a message and public: when it was written, and who wrote it. What is not older than the moment is left out. The longest silent comes first.",
            async trial =>
            {
                var later = await MakeAsync(trial, Noon.AddHours(2)).ConfigureAwait(false);
                var earlier = await MakeAsync(trial, Noon.AddHours(1)).ConfigureAwait(false);
                var answered = await MakeAsync(trial, Noon).ConfigureAwait(false);
                await AddAsync(trial, answered, Noon.AddHours(5)).ConfigureAwait(false);
                await MakeAsync(trial, Noon.AddHours(3)).ConfigureAwait(false);
                var idle = await IdleAsync(trial, Noon.AddHours(3)).ConfigureAwait(false);
                Expect.SameList([earlier, later], idle.Select(each => each.Ticket.Number), "The idle tickets");
                Expect.Same((Noon.AddHours(1), TicketTrial.Ann), (idle[0].LastMessage.At, idle[0].LastMessage.Author), "The last message");
            }),
        new(
            "Notes_and_internal_entries_break_no_silence",
            "An automatic answer, and what technicians say among themselves, is no turn of the conversation.",
            async trial =>
            {
                var number = await MakeAsync(trial, Noon).ConfigureAwait(false);
                await AddAsync(trial, number, Noon.AddHours(1), EntryKind.Note).ConfigureAwait(false);
                await AddAsync(trial, number, Noon.AddHours(2), visibility: EntryVisibility.Internal).ConfigureAwait(false);
                var idle = Expect.One(await IdleAsync(trial, Noon.AddMinutes(1)).ConfigureAwait(false), "The idle tickets");
                Expect.Same(Noon, idle.LastMessage.At, "The moment of the last message");
            }),
        new(
            "Closed_tickets_and_those_without_a_message_are_not_idle",
            "There is nothing to wait for.",
            async trial =>
            {
                var closed = await MakeAsync(trial, Noon).ConfigureAwait(false);
                await trial.AppliedAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = closed, Status = TicketStatus.Closed }).ConfigureAwait(false);
                await trial.AppliedAsync(TicketTrial.Making() with { Entry = null }).ConfigureAwait(false);
                Expect.Same(0, (await IdleAsync(trial, Noon.AddDays(1)).ConfigureAwait(false)).Count, "The number of idle tickets");
            }),
        new(
            "An_idle_ticket_is_given_as_it_stands",
            "The version goes with the decision to close it: give the ticket as it is now.",
            async trial =>
            {
                var number = await MakeAsync(trial, Noon).ConfigureAwait(false);
                await trial.AppliedAsync(new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = number, Status = TicketStatus.Pending }).ConfigureAwait(false);
                var idle = Expect.One(await IdleAsync(trial, Noon.AddDays(1)).ConfigureAwait(false), "The idle tickets");
                Expect.Same(TicketTrial.Show(await trial.FindAsync(number).ConfigureAwait(false)), TicketTrial.Show(idle.Ticket), "The idle ticket");
            }),
        new(
            "All_idle_tickets_are_given_however_many",
            "Give every one, page by page: what is left out today is left out for ever.",
            async trial =>
            {
                for (var i = 0; i < 120; i++)
                {
                    await MakeAsync(trial, Noon.AddSeconds(i % 7)).ConfigureAwait(false);
                }

                var idle = await IdleAsync(trial, Noon.AddDays(1)).ConfigureAwait(false);
                Expect.Same(120, idle.Select(each => each.Ticket.Number).Distinct().Count(), "The number of idle tickets");
            }),
    ];

    private static async Task<string> MakeAsync(TicketTrial trial, DateTimeOffset at) =>
        (await trial.AppliedAsync(TicketTrial.Making() with { Entry = TicketTrial.Entry("It burns.") with { At = at } }).ConfigureAwait(false)).Ticket!.Number;

    private static Task<ApplyResult> AddAsync(TicketTrial trial, string number, DateTimeOffset at, EntryKind kind = EntryKind.Message, EntryVisibility visibility = EntryVisibility.Public)
    {
        var change = TicketTrial.Appending(number);
        return trial.AppliedAsync(change with { Entry = change.Entry! with { At = at, Kind = kind, Visibility = visibility } });
    }

    private static async Task<IReadOnlyList<IdleTicket>> IdleAsync(TicketTrial trial, DateTimeOffset before)
    {
        var idle = new List<IdleTicket>();
        await foreach (var each in trial.Queries.IdleSinceAsync(before, trial.Cancellation).ConfigureAwait(false))
        {
            idle.Add(each);
        }

        return idle;
    }
}
