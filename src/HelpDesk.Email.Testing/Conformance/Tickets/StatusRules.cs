using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What a change does to the status, and what the result says of it.</summary>
internal static class StatusRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "A_ticket_is_made_new_unless_told_otherwise",
            "Without Status a ticket that is made is New; with one it has that.",
            async trial =>
            {
                Expect.Same(TicketStatus.New, (await trial.MadeAsync().ConfigureAwait(false)).Status, "The status of a ticket made without one");
                var pending = await trial.AppliedAsync(TicketTrial.Making() with { Status = TicketStatus.Pending }).ConfigureAwait(false);
                Expect.Same(TicketStatus.Pending, pending.Ticket!.Status, "The status of a ticket made with Pending");
            }),
        new(
            "A_change_sets_the_status_it_names_and_leaves_it_otherwise",
            "Status present sets it, absent leaves it.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                foreach (var status in new[] { TicketStatus.Open, TicketStatus.Pending, TicketStatus.Closed, TicketStatus.New })
                {
                    var set = await trial.AppliedAsync(TicketTrial.Appending(ticket.Number) with { Status = status }).ConfigureAwait(false);
                    Expect.Same(status, set.Ticket!.Status, "The status that was set");
                    var left = await trial.AppliedAsync(TicketTrial.Appending(ticket.Number)).ConfigureAwait(false);
                    Expect.Same(status, left.Ticket!.Status, "The status after a change without one");
                }
            }),
        new(
            "A_change_that_takes_a_ticket_out_of_closed_reports_it_as_reopened",
            "Reopened is true when the status was Closed before the change and is another after it, and only then.",
            async trial =>
            {
                var ticket = await trial.MadeAsync().ConfigureAwait(false);
                var steps = new (TicketStatus? Status, bool Reopened)[]
                {
                    (TicketStatus.Open, false),
                    (TicketStatus.Closed, false),
                    (null, false),
                    (TicketStatus.Closed, false),
                    (TicketStatus.Open, true),
                    (null, false),
                    (TicketStatus.Pending, false),
                };
                foreach (var (status, reopened) in steps)
                {
                    var result = await trial.AppliedAsync(TicketTrial.Appending(ticket.Number) with { Status = status }).ConfigureAwait(false);
                    Expect.Same(reopened, result.Reopened, $"Reopened after a change to {status?.ToString() ?? "no other status"}");
                }
            }),
        new(
            "A_result_says_whether_the_ticket_was_made",
            "Created is true for the change that made the ticket, and for no other.",
            async trial =>
            {
                var made = await trial.AppliedAsync(TicketTrial.Making()).ConfigureAwait(false);
                Expect.Same(true, made.Created, "Created of the change that made the ticket");
                var appended = await trial.AppliedAsync(TicketTrial.Appending(made.Ticket!.Number)).ConfigureAwait(false);
                Expect.Same(false, appended.Created, "Created of the change after it");
                Expect.Same(made.Ticket.Number, appended.Ticket!.Number, "The number of the changed ticket");
            }),
    ];
}
