using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Admission;

public sealed class ClosedTicketTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "CO-12")]
    public async Task A_plain_reply_opens_a_closed_ticket_again()
    {
        await using var desk = await StartAsync("Reopen");
        var ticket = await ClosedAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);

        Assert.Equal(JournalOutcome.Appended, reply.Outcome);
        Assert.Equal(TicketStatus.Open, (await desk.Tickets.FindAsync(TicketLookup.Of(ticket), Token))[0].Status);
    }

    [Fact]
    public async Task A_reply_to_a_closed_ticket_is_refused_and_the_sender_told()
    {
        await using var desk = await StartAsync("Reject");
        var ticket = await ClosedAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);

        Assert.Equal(JournalOutcome.Rejected, reply.Outcome);
        Assert.Equal(ticket, reply.Ticket);
        Assert.Equal("rejected-by-lock", Assert.Single(reply.Outbox).Template);
        Assert.Single(await desk.Tickets.EntriesAsync(ticket, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task An_automatic_reply_to_a_closed_ticket_opens_nothing_and_is_told_nothing()
    {
        await using var desk = await StartAsync("Reopen");
        var ticket = await ClosedAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Auto: [#{ticket}]", "Away.", headers: "Auto-Submitted: auto-replied\n"), Token);

        Assert.Equal(JournalOutcome.Appended, reply.Outcome);
        Assert.Equal(TicketStatus.Closed, (await desk.Tickets.FindAsync(TicketLookup.Of(ticket), Token))[0].Status);
        Assert.Equal(EntryKind.Note, (await desk.Tickets.EntriesAsync(ticket, Token).ToListAsync(Token))[^1].Kind);
        Assert.Empty(reply.Outbox);
    }

    [Fact]
    public async Task A_reply_to_a_closed_ticket_makes_a_new_one_where_the_department_says_so()
    {
        await using var desk = await StartAsync("NewTicket");
        var ticket = await ClosedAsync(desk);

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);

        Assert.Equal(JournalOutcome.Created, reply.Outcome);
        Assert.NotEqual(ticket, reply.Ticket);
    }

    [Fact]
    [Trait("Feature", "FI-14")]
    public async Task A_locked_ticket_takes_no_mail_and_its_sender_is_told_to_write_a_new_one()
    {
        await using var desk = await StartAsync("Reopen");
        var ticket = await ClosedAsync(desk);
        desk.Tickets.Change(ticket, snapshot => snapshot with { IsLocked = true });

        var reply = await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{ticket}]", "Again."), Token);

        Assert.Equal(JournalOutcome.Rejected, reply.Outcome);
        Assert.Equal("rejected-by-lock", Assert.Single(reply.Outbox).Template);
        Assert.Equal(JournalOutcome.Created, (await desk.DeliverAsync(Mails.From("ann@example.test", "Again", "It smokes."), Token)).Outcome);
    }

    private static Task<HelpDeskHarness> StartAsync(string policy) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Mailboxes:support:Department"] = "Support";
            options.Settings["Departments:Support:ClosedTicketPolicy"] = policy;
        },
        Token);

    private static async Task<string> ClosedAsync(HelpDeskHarness desk)
    {
        var first = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It smokes."), Token);
        desk.Tickets.Change(first.Ticket!, ticket => ticket with { Status = TicketStatus.Closed });
        return first.Ticket!;
    }
}
