using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Lists of tickets.</summary>
internal static class ListRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Tickets_are_listed_the_youngest_first_up_to_the_limit",
            "All tickets of everybody, the last that was made first, each as it stands; the limit cuts the oldest off.",
            async trial =>
            {
                var first = await trial.MadeAsync().ConfigureAwait(false);
                var second = (await trial.AppliedAsync(TicketTrial.Making() with { Requester = TicketTrial.Bob }).ConfigureAwait(false)).Ticket!;
                var third = await trial.MadeAsync().ConfigureAwait(false);
                first = (await trial.AppliedAsync(TicketTrial.Appending(first.Number) with { Status = TicketStatus.Closed }).ConfigureAwait(false)).Ticket!;
                Expect.SameList(
                    new[] { third, second, first }.Select(TicketTrial.Show),
                    (await trial.Queries.ListAsync(10, trial.Cancellation).ToListAsync(trial.Cancellation).ConfigureAwait(false)).Select(TicketTrial.Show),
                    "The list of tickets");
                Expect.SameList(
                    [third.Number, second.Number],
                    (await trial.Queries.ListAsync(2, trial.Cancellation).ToListAsync(trial.Cancellation).ConfigureAwait(false)).Select(ticket => ticket.Number),
                    "The list of two tickets");
            }),
        new(
            "The_tickets_of_a_requester_are_theirs_alone_the_youngest_first",
            "Compare addresses without case; a participant's tickets are not the requester's; the limit cuts the oldest off.",
            async trial =>
            {
                var first = await trial.MadeAsync().ConfigureAwait(false);
                var bobs = (await trial.AppliedAsync(TicketTrial.Making() with { Requester = TicketTrial.Bob, AddParticipants = [TicketTrial.Ann] }).ConfigureAwait(false)).Ticket!;
                var second = await trial.MadeAsync().ConfigureAwait(false);
                await ExpectAsync(trial, "ANN@Example.test", 10, second.Number, first.Number).ConfigureAwait(false);
                await ExpectAsync(trial, "ann@example.test", 1, second.Number).ConfigureAwait(false);
                await ExpectAsync(trial, TicketTrial.Bob.Address, 10, bobs.Number).ConfigureAwait(false);
                await ExpectAsync(trial, "nobody@example.test", 10).ConfigureAwait(false);
            }),
    ];

    private static async Task ExpectAsync(TicketTrial trial, string requester, int limit, params string[] numbers)
    {
        var found = await trial.Queries.OfRequesterAsync(EmailAddress.Create(requester), DateTimeOffset.UnixEpoch, limit, trial.Cancellation).ConfigureAwait(false);
        Expect.SameList(numbers, found.Select(ticket => ticket.Number), $"The tickets of {requester}");
    }
}
