using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>What a store keeps of a ticket besides what every store keeps: only what the fixture says it keeps is asked for.</summary>
internal static class DetailRules
{
    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "Details_are_set_by_the_change_that_names_them",
            "Type, Priority, Category, Assignee and Fields of a change are the ticket's afterwards, when it is made and when it is changed. Leave out of TicketStoreFixture.Details what your tickets don't have.",
            async trial =>
            {
                var made = await trial.AppliedAsync(With(TicketTrial.Making(), "one")).ConfigureAwait(false);
                ExpectDetails(trial, With(TicketTrial.Making(), "one"), made.Ticket!, "the ticket that was made");
                var changed = await trial.AppliedAsync(With(TicketTrial.Appending(made.Ticket!.Number), "two")).ConfigureAwait(false);
                ExpectDetails(trial, With(TicketTrial.Making(), "two"), changed.Ticket!, "the ticket that was changed");
                ExpectDetails(trial, With(TicketTrial.Making(), "two"), await trial.FindAsync(made.Ticket.Number).ConfigureAwait(false), "the ticket that was found");
            }),
        new(
            "Details_that_a_change_does_not_name_are_left",
            "A change without Type, Priority, Category or Assignee leaves them; fields that it does not name keep their values.",
            async trial =>
            {
                var made = await trial.AppliedAsync(With(TicketTrial.Making(), "one")).ConfigureAwait(false);
                var left = await trial.AppliedAsync(TicketTrial.Appending(made.Ticket!.Number)).ConfigureAwait(false);
                ExpectDetails(trial, With(TicketTrial.Making(), "one"), left.Ticket!, "the ticket after a change without details");
                if (trial.Details.HasFlag(TicketDetails.Fields))
                {
                    var another = new Dictionary<string, string> { ["room"] = "12" };
                    var more = await trial.AppliedAsync(TicketTrial.Appending(made.Ticket.Number) with { Fields = another }).ConfigureAwait(false);
                    Expect.SameList(["asset=one", "room=12"], Show(more.Ticket!), "The fields after a change that names another one");
                }
            }),
    ];

    private static TicketChange With(TicketChange change, string value) => change with
    {
        Type = $"type {value}",
        Priority = $"priority {value}",
        Category = $"category {value}",
        Assignee = Messages.EmailAddress.Create($"{value}@example.test", $"Technician {value}"),
        Fields = new Dictionary<string, string> { ["asset"] = value },
    };

    private static void ExpectDetails(TicketTrial trial, TicketChange wanted, TicketSnapshot ticket, string of)
    {
        Check(TicketDetails.Type, wanted.Type, ticket.Type);
        Check(TicketDetails.Priority, wanted.Priority, ticket.Priority);
        Check(TicketDetails.Category, wanted.Category, ticket.Category);
        Check(TicketDetails.Assignee, wanted.Assignee?.ToString(), ticket.Assignee?.ToString());
        if (trial.Details.HasFlag(TicketDetails.Fields))
        {
            Expect.SameList(wanted.Fields.Select(field => $"{field.Key}={field.Value}"), Show(ticket), $"The fields of {of}");
        }

        void Check(TicketDetails detail, string? expected, string? found)
        {
            if (trial.Details.HasFlag(detail))
            {
                Expect.Same(expected, found, $"{detail} of {of}");
            }
        }
    }

    private static IEnumerable<string> Show(TicketSnapshot ticket) =>
        ticket.Fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}");
}
