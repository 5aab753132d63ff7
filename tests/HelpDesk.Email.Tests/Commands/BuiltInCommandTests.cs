using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Commands;

public sealed class BuiltInCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ann@example.test", true)]
    [InlineData("bob@example.test", true)]
    [InlineData("cid@example.test", false)]
    [InlineData("tess@helpdesk.test", true)]
    [Trait("Feature", "CO-05")]
    public async Task Close_closes_the_ticket_for_who_takes_part_in_it_and_for_technicians(string from, bool closes)
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        var mail = await desk.DeliverAsync(Mails.From(from, "Re: [#1000] Printer #close#", "Done."), Token);

        Assert.Equal("1000", mail.Ticket);
        Assert.Equal(closes ? TicketStatus.Closed : TicketStatus.Open, (await desk.TicketAsync("1000", Token)).Status);
        Assert.Equal(!closes, (await desk.LastEntryAsync("1000", Token)).Text.Contains("[#close# was refused: ", StringComparison.Ordinal));
        Assert.All(mail.Outbox, told => Assert.Equal("ticket-closed", told.Template));
    }

    [Fact]
    public async Task A_technician_makes_a_closed_ticket_and_a_requester_does_not()
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        var done = await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Toner changed #close#", "On the second floor."), Token);
        var lost = await desk.DeliverAsync(Mails.From("ann@example.test", "Toner #close#", "Thanks."), Token);

        var (closed, open) = (await desk.TicketAsync(done.Ticket, Token), await desk.TicketAsync(lost.Ticket, Token));
        Assert.Equal((TicketStatus.Closed, "Toner changed"), (closed.Status, closed.Subject));
        Assert.Equal((TicketStatus.New, "Toner"), (open.Status, open.Subject));
        Assert.Equal("Thanks.\n\n[#close# was refused: the mail belongs to no open ticket]", (await desk.LastEntryAsync(lost.Ticket, Token)).Text);
    }

    [Fact]
    public async Task A_new_ticket_that_follows_a_closed_one_is_not_closed_by_a_requester()
    {
        await using var desk = await CommandDesk.StartAsync(Token, ("Departments:Support:ClosedTicketPolicy", "NewTicket"));
        desk.Tickets.Change("1000", ticket => ticket with { Status = TicketStatus.Closed });

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer #close#", "Really done."), Token);

        Assert.Equal(TicketStatus.New, (await desk.TicketAsync(mail.Ticket, Token)).Status);
    }

    [Theory]
    [InlineData("tess@helpdesk.test", false)]
    [InlineData("ann@example.test", true)]
    [Trait("Feature", "CO-06")]
    public async Task Tech_hides_the_entry_also_where_it_is_refused(string from, bool isRefused)
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        await desk.DeliverAsync(Mails.From(from, "Re: [#1000] Printer #tech#", "He drinks."), Token);

        var entry = await desk.LastEntryAsync("1000", Token);
        Assert.Equal(EntryVisibility.Internal, entry.Visibility);
        Assert.Equal(isRefused, entry.Text.Contains("[#tech# was refused: the sender is a requester, and Commands:Roles:tech is Technician]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("#unsubscribe#")]
    [InlineData("#UNSUB#")]
    [Trait("Feature", "CO-07")]
    public async Task Unsubscribe_takes_the_sender_off_and_nobody_else(string command)
    {
        await using var desk = await CommandDesk.StartAsync(Token);
        desk.Tickets.Change("1000", ticket => ticket with { Subscribers = [.. ticket.Subscribers, Messages.EmailAddress.Create("dan@example.test")], Status = TicketStatus.Closed });

        await desk.DeliverAsync(Mails.From("cid@example.test", $"{command} [#1000]", "Enough."), Token);

        var ticket = await desk.TicketAsync("1000", Token);
        Assert.Equal("dan@example.test", Assert.Single(ticket.Subscribers).Address);
        Assert.Equal(TicketStatus.Closed, ticket.Status);
    }

    [Fact]
    public async Task Who_wants_off_without_a_ticket_makes_one_that_says_so()
    {
        await using var desk = await CommandDesk.StartAsync(Token);

        var mail = await desk.DeliverAsync(Mails.From("mallory@elsewhere.test", "[#1000] #unsub#", "Off."), Token);

        Assert.NotEqual("1000", mail.Ticket);
        Assert.Single((await desk.TicketAsync("1000", Token)).Subscribers);
        Assert.Contains("[#unsubscribe# was refused: the mail belongs to no ticket]", (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
    }
}
