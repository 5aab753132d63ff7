using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Testing.Conformance.Tickets;

/// <summary>Who belongs to a ticket after a change.</summary>
internal static class PeopleRules
{
    private static readonly EmailAddress Cid = EmailAddress.Create("cid@example.test", "Cid");

    public static IReadOnlyList<Rule<TicketTrial>> All { get; } =
    [
        new(
            "People_who_are_added_belong_to_the_ticket_from_then_on",
            "AddParticipants and AddSubscribers add to those who belong already, when a ticket is made and when it is changed; nobody goes.",
            async trial =>
            {
                var made = (await trial.AppliedAsync(TicketTrial.Making() with
                {
                    AddParticipants = [TicketTrial.Bob],
                    AddSubscribers = [Cid],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(made, [TicketTrial.Bob], [Cid], "the ticket that was made");
                var changed = (await trial.AppliedAsync(new TicketChange
                {
                    OperationId = Guid.NewGuid(),
                    TicketNumber = made.Number,
                    AddParticipants = [Cid],
                    AddSubscribers = [TicketTrial.Bob],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(changed, [TicketTrial.Bob, Cid], [TicketTrial.Bob, Cid], "the ticket that was changed");
                var left = (await trial.AppliedAsync(TicketTrial.Appending(made.Number)).ConfigureAwait(false)).Ticket!;
                ExpectPeople(left, [TicketTrial.Bob, Cid], [TicketTrial.Bob, Cid], "the ticket after a change that names nobody");
            }),
        new(
            "Nobody_is_added_twice",
            "Addresses are the same whatever their case and name. Keep people under a unique key of ticket and EmailAddress.Key.",
            async trial =>
            {
                var again = EmailAddress.Create("BOB@Example.TEST", "Robert");
                var made = (await trial.AppliedAsync(TicketTrial.Making() with
                {
                    AddParticipants = [TicketTrial.Bob, again],
                    AddSubscribers = [TicketTrial.Bob, again],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(made, [TicketTrial.Bob], [TicketTrial.Bob], "the ticket that was made");
                var changed = (await trial.AppliedAsync(TicketTrial.Appending(made.Number) with
                {
                    AddParticipants = [again],
                    AddSubscribers = [again],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(changed, [TicketTrial.Bob], [TicketTrial.Bob], "the ticket that was changed");
            }),
        new(
            "Who_is_removed_gets_no_more_updates",
            "RemoveSubscribers takes addresses off the subscribers, whatever their case and name; who is no subscriber is passed over, and the others stay.",
            async trial =>
            {
                var made = (await trial.AppliedAsync(TicketTrial.Making() with { AddSubscribers = [TicketTrial.Bob, Cid] }).ConfigureAwait(false)).Ticket!;
                var changed = (await trial.AppliedAsync(TicketTrial.Appending(made.Number) with
                {
                    RemoveSubscribers = [EmailAddress.Create("BOB@Example.TEST"), EmailAddress.Create("nobody@example.test")],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(changed, [], [Cid], "the ticket that Bob left");
                var again = (await trial.AppliedAsync(TicketTrial.Appending(made.Number) with
                {
                    RemoveSubscribers = [Cid],
                    AddSubscribers = [Cid],
                }).ConfigureAwait(false)).Ticket!;
                ExpectPeople(again, [], [Cid], "the ticket after a change that removes and adds one person");
            }),
    ];

    private static void ExpectPeople(TicketSnapshot ticket, EmailAddress[] participants, EmailAddress[] subscribers, string of)
    {
        Expect.SameList(Keys(participants), Keys(ticket.Participants), $"Who participates in {of}");
        Expect.SameList(Keys(subscribers), Keys(ticket.Subscribers), $"Who subscribes to {of}");
    }

    private static IEnumerable<string> Keys(IEnumerable<EmailAddress> people) => people.Select(person => person.Key).Order(StringComparer.Ordinal);
}
