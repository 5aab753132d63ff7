using HelpDesk.Email.Storage;
using HelpDesk.Email.Tests.Commands;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Records;

public sealed class TicketKeywordTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "CO-10")]
    public async Task A_technician_makes_a_ticket_for_somebody_else()
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        var mail = await desk.DeliverAsync(
            Mails.From("tess@helpdesk.test", "[ticket - new] Chair broke", "Requester: bob@example.test\nType: Incident\nPriority: Low\nCategory: Furniture\nAssignee: tess@helpdesk.test\nField.Room: B7\n\nHe called."),
            Token);

        var ticket = await desk.TicketAsync(mail.Ticket, Token);
        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Equal(("Chair broke", "bob@example.test", "Incident", "Low", "Furniture"), (ticket.Subject, ticket.Requester.Address, ticket.Type, ticket.Priority, ticket.Category));
        Assert.Equal(("tess@helpdesk.test", "B7"), (ticket.Assignee?.Address, ticket.Fields["Room"]));
    }

    [Fact]
    public async Task A_technician_changes_a_ticket_and_deleting_closes_it()
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[ticket - 1000]", "Status: pending\nPriority: High\nAssignee: nobody\n\nWaiting for toner."), Token);
        var changed = await desk.TicketAsync("1000", Token);
        Assert.Equal((TicketStatus.Pending, "High", null), (changed.Status, changed.Priority, changed.Assignee));
        Assert.EndsWith("Waiting for toner.\n\n[Assignee was not set: write an address]", (await desk.LastEntryAsync("1000", Token)).Text, StringComparison.Ordinal);

        var deleted = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[ticket - 1000 - delete]", "Nobody waits for it."), Token);
        Assert.Equal((JournalOutcome.Appended, "1000"), (deleted.Outcome, deleted.Ticket));
        Assert.Equal(TicketStatus.Closed, (await desk.TicketAsync("1000", Token)).Status);
    }

    [Fact]
    public async Task A_requester_neither_deletes_nor_sets_fields()
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        var made = await desk.DeliverAsync(Mails.From("ann@example.test", "[ticket - new] Chair", "Priority: High\n\nNow!"), Token);
        var deleted = await desk.DeliverAsync(Mails.From("mallory@elsewhere.test", "[ticket - 1000 - delete]", "Ha."), Token);

        Assert.Null((await desk.TicketAsync(made.Ticket, Token)).Priority);
        Assert.NotEqual("1000", deleted.Ticket);
        Assert.Equal(TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Contains("[ticket - 1000 - delete was refused: the sender is a requester", (await desk.LastEntryAsync(deleted.Ticket, Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_number_is_said_and_the_mail_is_an_ordinary_one()
    {
        await using var desk = await RecordDesk.StartAsync(_ => { }, Token);

        var mail = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "[ticket - 4711 - delete]", "Away."), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Contains("[ticket - 4711 - delete was refused: there is no such ticket]", (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
    }
}
