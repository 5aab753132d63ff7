using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Identity;

[Trait("Feature", "BE-14")]
public sealed class WebFormTests
{
    private const string Form = "Form <noreply@www.test>";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Reply-To: cora@example.test\n", "cora@example.test", true)]
    [InlineData("Reply-To: a@example.test, b@example.test\n", "noreply@www.test", false)]
    [InlineData("Reply-To: noreply@www.test\n", "noreply@www.test", false)]
    [InlineData("Reply-To: support@helpdesk.test\n", "noreply@www.test", false)]
    [InlineData("Reply-To: root@example.test\n", "root@example.test", false)]
    [InlineData("Auto-Submitted: auto-generated\nReply-To: cora@example.test\n", "cora@example.test", false)]
    [InlineData("", "noreply@www.test", false)]
    public async Task One_address_in_Reply_To_of_a_form_is_the_customer(string headers, string requester, bool isAnswered)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From(Form, "Question", "Where is it?", headers: headers), Token);

        Assert.Equal(requester, (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket!), Token))[0].Requester.Address);
        Assert.Equal(isAnswered, mail.Outbox.Count == 1);
    }

    [Fact]
    public async Task A_form_vouches_for_nobody()
    {
        await using var desk = await StartAsync();

        await desk.DeliverAsync(Mails.From(Form, "Question", "Where is it?", headers: "Reply-To: cora@example.test\n"), Token);

        Assert.Null(await desk.Contacts.FindAsync(Messages.EmailAddress.Create("cora@example.test"), Token));
    }

    [Fact]
    public async Task A_form_that_is_forged_is_none()
    {
        await using var desk = await StartAsync(("Identity:AuthenticationServer", "mx.desk.test"));

        var mail = await desk.DeliverAsync(
            Mails.From(Form, "Question", "Where?", headers: "Authentication-Results: mx.desk.test; dmarc=fail header.from=www.test\nReply-To: cora@example.test\n"), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Equal("noreply@www.test", (await desk.Tickets.FindAsync(TicketLookup.Of(mail.Ticket!), Token))[0].Requester.Address);
    }

    private static Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Identity:WebForms:0"] = "noreply@www.test";
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }
        },
        Token);
}
