using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Notifications;

/// <summary>Who is told of what mails do.</summary>
public sealed class MailEventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customers_reply_is_told_to_who_works_on_the_ticket()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);

        Assert.Equal(["tess ticket-updated"], await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer", "It smokes again."), Token));
    }

    [Fact]
    public async Task A_technicians_mail_goes_on_to_the_customer()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);

        Assert.Equal(
            ["ann ticket-updated", "sue ticket-updated", "tom ticket-updated"],
            await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: [#1000] Printer", "Pull the plug."), Token));
    }

    [Fact]
    public async Task A_technicians_internal_mail_does_not()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);

        Assert.Equal(["tom ticket-updated"], await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: [#1000] Printer #tech#", "Ann is in a hurry."), Token));
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-generated\n", "tess ticket-updated, tom ticket-updated")]
    [InlineData("Auto-Submitted: auto-replied\n", "")]
    [InlineData("Auto-Submitted: auto-replied (vacation)\n", "")]
    public async Task What_programs_write_is_told_to_technicians_at_most(string header, string told)
    {
        await using var desk = await NotificationDesk.StartAsync(Token, ("Notifications:CustomerRepliesToTechniciansOnly", "false"), ("Notifications:Subscribers", "All"));

        Assert.Equal(told, string.Join(", ", await desk.DeliverAsync(Mails.From("bob@example.test", "Re: [#1000] Printer", "Disk full.", headers: header), Token)));
    }

    [Fact]
    public async Task What_may_not_be_the_senders_is_told_to_technicians_only()
    {
        await using var desk = await NotificationDesk.StartAsync(
            Token,
            ("Identity:AuthenticationServer", "mx.helpdesk.test"),
            ("Correlation:TrustSubjectTagFrom", "Anyone"),
            ("Notifications:CustomerRepliesToTechniciansOnly", "false"),
            ("Notifications:Subscribers", "All"));

        Assert.DoesNotContain(await desk.DeliverAsync(Mails.From("bob@example.test", "Re: [#1000] Printer", "Send money."), Token), told => told.StartsWith("ann ", StringComparison.Ordinal) || told.StartsWith("sue ", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "NO-08")]
    [Trait("Feature", "CO-09")]
    public async Task A_new_ticket_is_told_to_the_technicians_and_the_addresses_of_its_type()
    {
        await using var desk = await NotificationDesk.StartAsync(Token, ("Mailboxes:support:Address", "support@helpdesk.test"), ("Mailboxes:support:Department", "Support"), ("Rules:all:Always", "true"), ("Rules:all:Type", "Incident"));

        Assert.Equal(
            ["cid ticket-received", "tess ticket-created", "tom ticket-created", "tina ticket-created", "duty ticket-created"],
            await desk.DeliverAsync(Mails.From("cid@example.test", "A chair", "It is broken."), Token));
    }

    [Fact]
    public async Task Mail_of_an_old_mailbox_is_told_to_nobody()
    {
        await using var desk = await NotificationDesk.StartAsync(Token, ("Mailboxes:support:Address", "support@helpdesk.test"), ("Mailboxes:support:Department", "Support"));

        Assert.Empty(await desk.DeliverAsync(Mails.From("cid@example.test", "A chair", "It is broken.", headers: "X-Old: yes\n").At("Mon, 01 Dec 2025 08:00:00 +0000"), Token));
    }

    [Fact]
    public async Task A_command_that_closes_is_told_as_closed()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);

        Assert.Equal(
            ["ann ticket-closed", "sue ticket-closed", "tom ticket-closed"],
            await desk.DeliverAsync(Mails.From("tess@helpdesk.test", "Re: [#1000] Printer #close#", "Done."), Token));
    }

    [Fact]
    public async Task An_answer_that_closes_is_one_mail()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);
        var reply = new AgentReply(Guid.NewGuid(), "1000", EmailAddress.Create("tess@helpdesk.test"), "Done.") { Status = TicketStatus.Closed };

        Assert.Equal(["ann ticket-closed", "sue ticket-closed", "tom ticket-closed"], await desk.ReplyAsync(reply, Token));
    }
}
