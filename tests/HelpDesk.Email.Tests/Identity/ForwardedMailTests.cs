using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Identity;

[Trait("Feature", "BE-14")]
public sealed class ForwardedMailTests
{
    private const string Tess = "Tess <tess@helpdesk.test>";
    private const string Block = "Look at this.\n\nFrom: Cora <cora@example.test>\nSent: Friday, November 20, 2026 4:00 PM\nTo: Tess\nSubject: Heating\n\nIt is cold.";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Fwd: Heating", Block, "cora@example.test")]
    [InlineData("WG: Heating", Block, "cora@example.test")]
    [InlineData("TR: Heating", Block, "cora@example.test")]
    [InlineData("RV: Heating", Block, "cora@example.test")]
    [InlineData("Heating", Block, "tess@helpdesk.test")]
    [InlineData("Re: Fwd: Heating", Block, "tess@helpdesk.test")]
    [InlineData("Fwd: Heating", "It is cold here.", "tess@helpdesk.test")]
    [InlineData("Fwd: Heating", "From: Cora\nTo: Tess\nSubject: Heating\n\nIt is cold.", "tess@helpdesk.test")]
    [InlineData("Fwd: Heating", "From: Tess <tess@home.test>\nTo: Cora\nSubject: Heating\n\nIs it cold?", "tess@helpdesk.test")]
    [InlineData("Fwd: Heating", "From: Boss <boss@helpdesk.test>\nTo: Tess\nSubject: Heating\n\nIs it cold?", "tess@helpdesk.test")]
    [InlineData("Fwd: Heating", "From: Us <support@helpdesk.test>\nTo: Tess\nSubject: Heating\n\nIs it cold?", "tess@helpdesk.test")]
    public async Task A_customers_mail_that_a_technician_forwards_is_the_customers(string subject, string body, string requester)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From(Tess, subject, body), Token);

        Assert.Equal(requester, (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket!), Token))[0].Requester.Address);
    }

    [Fact]
    public async Task The_customer_is_made_known_and_answered_and_the_technician_shown()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From(Tess, "Fwd: Heating", Block), Token);

        Assert.NotNull(await desk.Contacts.FindAsync(EmailAddress.Create("cora@example.test"), Token));
        Assert.Equal("cora@example.test", Assert.Single(Assert.Single(mail.Outbox).Recipients).Address);
        var entry = Assert.Single(await desk.Tickets.EntriesAsync(mail.Ticket!, Token).ToListAsync(Token));
        Assert.EndsWith("[Forwarded by Tess <tess@helpdesk.test>.]", entry.Text, StringComparison.Ordinal);
        Assert.Equal("cora@example.test", entry.Author.Address);
    }

    [Theory]
    [InlineData("Sam <sam@example.test>", "")]
    [InlineData("Old <old@helpdesk.test>", "")]
    [InlineData(Tess, "Auto-Submitted: auto-generated\n")]
    public async Task Nobody_else_and_no_program_forwards_for_others(string from, string headers)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From(from, "Fwd: Heating", Block, headers: headers), Token);

        Assert.True(mail.Ticket is null || (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket), Token))[0].Requester.Address != "cora@example.test");
    }

    [Fact]
    public async Task A_forged_technician_forwards_for_nobody()
    {
        await using var desk = await StartAsync("mx.desk.test");

        var mail = await desk.DeliverAsync(Mails.From(Tess, "Fwd: Heating", Block), Token);

        Assert.Equal("tess@helpdesk.test", (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket!), Token))[0].Requester.Address);
    }

    [Theory]
    [InlineData(true, JournalOutcome.Created)]
    [InlineData(false, JournalOutcome.Rejected)]
    public async Task The_customer_is_taken_for_who_they_are_where_only_registered_people_start_tickets(bool isRegistered, JournalOutcome outcome)
    {
        await using var desk = await StartAsync(starters: "Registered");
        desk.Contacts.Add(new Contact(EmailAddress.Create("cora@example.test"), ContactRole.Requester) { IsRegistered = isRegistered });

        var mail = await desk.DeliverAsync(Mails.From(Tess, "Fwd: Heating", Block), Token);

        Assert.Equal(outcome, mail.Outcome);
    }

    private static async Task<HelpDeskHarness> StartAsync(string? server = null, string starters = "Everyone")
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:NewTicketsFrom"] = starters;
                options.Settings["Identity:ForwardsByTechnicians"] = "true";
                options.Settings["Identity:AuthenticationServer"] = server;
            },
            Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tess@helpdesk.test", "Tess"), ContactRole.Technician) { OtherAddresses = [EmailAddress.Create("tess@home.test")] });
        desk.Contacts.Add(new Contact(EmailAddress.Create("old@helpdesk.test"), ContactRole.Technician) { IsActive = false });
        desk.Contacts.Add(new Contact(EmailAddress.Create("boss@helpdesk.test"), ContactRole.Administrator));
        return desk;
    }
}
