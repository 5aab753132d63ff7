using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Admission;

/// <summary>Whom a mail brings to a ticket.</summary>
public sealed class SubscriberTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "bob@example.test carla@third.test")]
    [InlineData("true", "bob@example.test carla@third.test")]
    [InlineData("false", "")]
    [Trait("Feature", "CO-03")]
    public async Task To_and_Cc_of_a_new_mail_get_the_updates_unless_that_is_off(string? setting, string subscribers)
    {
        await using var desk = await StartAsync(("Subscribers:FromNewMail", setting));

        var first = await desk.DeliverAsync(Mail("ann@example.test", "bob@example.test, support@helpdesk.test", "Carla <carla@third.test>, ann@example.test"), Token);

        Assert.Equal(subscribers, await SubscribersAsync(desk, first.Ticket!));
    }

    [Theory]
    [InlineData("support@helpdesk.test")]
    [InlineData("SUPPORT@helpdesk.test")]
    [InlineData("support+abc@helpdesk.test")]
    [InlineData("help@helpdesk.test")]
    [InlineData("sales@helpdesk.test")]
    [InlineData("desk@helpdesk.test")]
    [InlineData("delivered@elsewhere.test")]
    [InlineData("noreply@example.test")]
    [InlineData("people-request@lists.test")]
    [Trait("Feature", "CO-03")]
    public async Task Our_own_addresses_and_those_that_nobody_reads_get_none(string address)
    {
        await using var desk = await StartAsync();

        var first = await desk.DeliverAsync(
            Mail("ann@example.test", "support@helpdesk.test, bob@example.test", address, "Delivered-To: delivered@elsewhere.test\n"), Token);

        Assert.Equal("bob@example.test", await SubscribersAsync(desk, first.Ticket!));
    }

    [Theory]
    [InlineData("Precedence: bulk\n")]
    [InlineData("List-Id: <people.lists.test>\n")]
    [InlineData("List-Id: <people.lists.test>\nUser-Agent: Mutt\n")]
    [InlineData("Auto-Submitted: auto-generated\n")]
    [InlineData("X-OTRS-Loop: other@desk.test\n")]
    public async Task Neither_a_list_nor_a_program_brings_anybody(string header)
    {
        await using var desk = await StartAsync();

        var first = await desk.DeliverAsync(Mail("ann@example.test", "support@helpdesk.test", "bob@example.test", header), Token);

        Assert.Empty(await SubscribersAsync(desk, first.Ticket!));
    }

    [Theory]
    [InlineData("info@company.test", "bob@example.test", "bob@example.test")]
    [InlineData("info@company.test, carla@third.test", "", "carla@third.test info@company.test")]
    [InlineData("info@company.test, support@helpdesk.test", "", "info@company.test")]
    public async Task An_address_that_must_have_been_passed_on_to_us_gets_none(string to, string cc, string subscribers)
    {
        await using var desk = await StartAsync();

        var first = await desk.DeliverAsync(Mail("ann@example.test", to, cc), Token);

        Assert.Equal(subscribers, await SubscribersAsync(desk, first.Ticket!));
    }

    [Fact]
    public async Task A_mail_brings_so_many_and_no_more()
    {
        await using var desk = await StartAsync();
        var many = string.Join(", ", Enumerable.Range(0, 200).Select(i => $"p{i}@example.test"));

        var first = await desk.DeliverAsync(Mail("ann@example.test", many, string.Empty), Token);

        Assert.Equal(50, (await FindAsync(desk, first.Ticket!)).Subscribers.Count);
    }

    [Theory]
    [InlineData("false", "ann@example.test", "")]
    [InlineData("true", "ann@example.test", "new@third.test")]
    [InlineData("true", "tom@helpdesk.test", "new@third.test")]
    [InlineData("true", "eve@elsewhere.test", "")]
    [Trait("Feature", "CO-03")]
    public async Task Cc_of_a_reply_gets_the_updates_where_that_is_on_and_its_sender_belongs_to_the_ticket(string setting, string from, string subscribers)
    {
        await using var desk = await StartAsync(("Subscribers:FromReplies", setting), ("Correlation:TrustSubjectTagFrom", "Anyone"));
        var first = await desk.DeliverAsync(Mail("ann@example.test", "support@helpdesk.test", string.Empty), Token);

        var reply = await desk.DeliverAsync(Mail(from, "support@helpdesk.test", "new@third.test", subject: $"Re: [#{first.Ticket}]"), Token);

        Assert.Equal(first.Ticket, reply.Ticket);
        Assert.Equal(subscribers, await SubscribersAsync(desk, first.Ticket!));
    }

    [Fact]
    public async Task Who_writes_to_a_ticket_and_may_becomes_a_participant()
    {
        await using var desk = await StartAsync(("Correlation:TrustSubjectTagFrom", "Anyone"));
        var first = await desk.DeliverAsync(Mail("ann@example.test", "support@helpdesk.test", "bob@example.test"), Token);

        foreach (var from in (string[])["ann@example.test", "bob@example.test", "tom@helpdesk.test", "eve@elsewhere.test", "bob@example.test"])
        {
            Assert.Equal(first.Ticket, (await desk.DeliverAsync(Mail(from, "support@helpdesk.test", string.Empty, subject: $"Re: [#{first.Ticket}] {from}"), Token)).Ticket);
        }

        Assert.Equal(["bob@example.test", "tom@helpdesk.test"], (await FindAsync(desk, first.Ticket!)).Participants.Select(address => address.Address));
    }

    [Theory]
    [InlineData("ann@home.test")]
    [InlineData("ann@example.test")]
    [Trait("Feature", "CO-04")]
    public async Task A_requester_brings_others_from_any_of_their_addresses_and_is_no_second_person(string from)
    {
        await using var desk = await StartAsync(("Subscribers:FromReplies", "true"));
        desk.Contacts.Add(new Contact(EmailAddress.Create("ann@example.test"), ContactRole.Requester) { OtherAddresses = [EmailAddress.Create("ann@home.test")] });
        var first = await desk.DeliverAsync(Mail("ann@example.test", "support@helpdesk.test", string.Empty), Token);

        var reply = await desk.DeliverAsync(Mail(from, "support@helpdesk.test", "new@third.test", subject: $"Re: [#{first.Ticket}]"), Token);

        Assert.Equal(first.Ticket, reply.Ticket);
        Assert.Equal("new@third.test", await SubscribersAsync(desk, first.Ticket!));
        Assert.Empty((await FindAsync(desk, first.Ticket!)).Participants);
    }

    [Fact]
    public async Task Subscribers_get_the_answers_of_agents()
    {
        await using var desk = await StartAsync();
        var first = await desk.DeliverAsync(Mail("ann@example.test", "support@helpdesk.test", "bob@example.test"), Token);
        await desk.Mailer.ReplyAsync(new HelpDesk.Email.Mailing.AgentReply(Guid.NewGuid(), first.Ticket!, EmailAddress.Create("tom@helpdesk.test"), "Pull the plug."), Token);
        await desk.SettleAsync(Token);

        Assert.Equal(["ann@example.test", "bob@example.test"], desk.Transport.Sent.SelectMany(mail => mail.Recipients).Order());
    }

    private static async Task<HelpDeskHarness> StartAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:Aliases:0"] = "help@helpdesk.test";
                options.Settings["Mailboxes:sales:Address"] = "sales@helpdesk.test";
                options.Settings["Outgoing:default:Kind"] = "Memory";
                options.Settings["Outgoing:default:From"] = "desk@helpdesk.test";
                options.Settings["Composition:FromMustBeIncoming"] = "false";
                foreach (var (key, value) in settings.Where(setting => setting.Value is not null))
                {
                    options.Settings[key] = value;
                }
            },
            Token);
        desk.Contacts.Add(new Contact(EmailAddress.Create("tom@helpdesk.test"), ContactRole.Technician));
        return desk;
    }

    private static HarnessMail Mail(string from, string to, string cc, string headers = "", string subject = "Printer") => HarnessMail.Of(
        $"{headers}From: {from}\nTo: {to}\n{(cc.Length > 0 ? $"Cc: {cc}\n" : string.Empty)}Subject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@example.test>\n\nIt smokes.\n")
        with { Mailbox = "support" };

    private static async Task<string> SubscribersAsync(HelpDeskHarness desk, string ticket) =>
        string.Join(' ', (await FindAsync(desk, ticket)).Subscribers.Select(address => address.Address).Order(StringComparer.Ordinal));

    private static async Task<TicketSnapshot> FindAsync(HelpDeskHarness desk, string ticket) => (await desk.Tickets.FindAsync(TicketLookup.Of(ticket), Token))[0];
}
