using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Harness;

namespace HelpDesk.Email.Tests.Admission;

/// <summary>Who may start a ticket by mail.</summary>
public sealed class TicketStartTests
{
    private const string Server = "mx.helpdesk.test";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Everyone", "unknown registered technician administrator forged")]
    [InlineData("Registered", "registered technician administrator")]
    [InlineData("Requesters", "unknown registered forged")]
    [InlineData("RegisteredRequesters", "registered")]
    [InlineData("Technicians", "technician administrator")]
    [InlineData("Administrators", "administrator")]
    [Trait("Feature", "FI-12")]
    public async Task Who_is_not_among_those_who_may_start_a_ticket_is_refused_and_told(string allowed, string welcome)
    {
        foreach (var key in (string[])["Mailboxes:support:NewTicketsFrom", "Departments:Support:NewTicketsFrom"])
        {
            await using var desk = await StartAsync(key, allowed);
            foreach (var person in (string[])["unknown", "registered", "technician", "administrator", "forged"])
            {
                var delivery = await desk.DeliverAsync(Mail(person, "A question"), Token);

                if (welcome.Split(' ').Contains(person))
                {
                    Assert.Equal(JournalOutcome.Created, delivery.Outcome);
                }
                else
                {
                    Assert.Equal(JournalOutcome.Rejected, delivery.Outcome);
                    Assert.Equal(TemplateNames.RejectedByRequirements, Assert.Single(delivery.Outbox).Template);
                    Assert.Contains($"{key} is {allowed}", delivery.Trace.Single(line => line.Step == "Admit").Reason, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    [Trait("Feature", "FI-13")]
    public async Task A_department_without_mail_refuses_new_tickets_and_says_so()
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "false");

        var delivery = await desk.DeliverAsync(Mail("technician", "A question"), Token);

        Assert.Equal(JournalOutcome.Rejected, delivery.Outcome);
        Assert.Null(delivery.Ticket);
        Assert.Equal(TemplateNames.RejectedByPolicy, Assert.Single(delivery.Outbox).Template);
    }

    [Theory]
    [InlineData("Departments:Support:AcceptsMail", "false")]
    [InlineData("Departments:Support:NewTicketsFrom", "Administrators")]
    [InlineData("Mailboxes:support:NewTicketsFrom", "Administrators")]
    public async Task Mail_to_a_ticket_that_there_is_is_taken_all_the_same(string key, string value)
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "true");
        var first = await desk.DeliverAsync(Mail("unknown", "A question"), Token);
        Assert.Null(desk.ChangeSettings(Settings(key, value)));

        var reply = await desk.DeliverAsync(Mail("unknown", $"Re: [#{first.Ticket}] A question"), Token);

        Assert.Equal(JournalOutcome.Appended, reply.Outcome);
    }

    [Theory]
    [InlineData("Auto-Submitted: auto-replied\n")]
    [InlineData("List-Id: <people.example.test>\n")]
    [InlineData("X-Zammad-Ticket-Id: 7\n")]
    public async Task Automatic_mail_is_refused_in_silence(string header)
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "false");

        var delivery = await desk.DeliverAsync(Mail("unknown", "A report", header), Token);

        Assert.Equal(JournalOutcome.Rejected, delivery.Outcome);
        Assert.Empty(delivery.Outbox);
    }

    [Fact]
    public async Task Refusals_count_against_the_same_limits_as_acknowledgements()
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "false");
        var states = new List<OutboxState>();
        for (var i = 0; i < 4; i++)
        {
            states.Add(Assert.Single((await desk.DeliverAsync(Mail("unknown", $"Question {i}"), Token)).Outbox).State);
        }

        Assert.Equal([OutboxState.Ready, OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled], states);
    }

    [Fact]
    public async Task Our_own_addresses_are_told_nothing()
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "false");

        foreach (var from in (string[])["support@helpdesk.test", "support+x@helpdesk.test", "help@helpdesk.test", "desk@helpdesk.test"])
        {
            var delivery = await desk.DeliverAsync(Mails.From(from, "Hello", "Me."), Token);
            Assert.Equal(JournalOutcome.Rejected, delivery.Outcome);
            Assert.Empty(delivery.Outbox);
        }
    }

    [Theory]
    [InlineData("Departments:Support:NewTicketsFrom", "42", "HelpDeskEmail:Departments:Support:NewTicketsFrom is 42; write one of Everyone, ")]
    [InlineData("Mailboxes:support:NewTicketsFrom", "42", "HelpDeskEmail:Mailboxes:support:NewTicketsFrom is 42; write one of Everyone, ")]
    [InlineData("Subscribers:MaxPerTicket", "-1", "HelpDeskEmail:Subscribers:MaxPerTicket is -1; write a value from 0 to 1000.")]
    [InlineData("AutomaticAnswers:MaxInAllInAnHour", "-1", "HelpDeskEmail:AutomaticAnswers:MaxInAllInAnHour is -1")]
    [InlineData("AutomaticAnswers:MaxPerDomainInAnHour", "-1", "HelpDeskEmail:AutomaticAnswers:MaxPerDomainInAnHour is -1")]
    [InlineData("AutomaticAnswers:MaxPerHelpDeskInADay", "-1", "HelpDeskEmail:AutomaticAnswers:MaxPerHelpDeskInADay is -1")]
    public async Task A_setting_that_can_not_be_is_refused_by_its_key(string key, string value, string message)
    {
        await using var desk = await StartAsync("Departments:Support:AcceptsMail", "true");

        Assert.Contains(message, desk.ChangeSettings(Settings(key, value)), StringComparison.Ordinal);
    }

    private static async Task<HelpDeskHarness> StartAsync(string key, string value)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                foreach (var setting in Settings(key, value))
                {
                    options.Settings[setting.Key] = setting.Value;
                }
            },
            Token);
        desk.Contacts.Add(new Contact(Address("registered"), ContactRole.Requester) { IsRegistered = true });
        desk.Contacts.Add(new Contact(Address("technician"), ContactRole.Technician));
        desk.Contacts.Add(new Contact(Address("administrator"), ContactRole.Administrator));
        return desk;
    }

    private static Dictionary<string, string?> Settings(string key, string value) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Mailboxes:support:Address"] = "support@helpdesk.test",
        ["Mailboxes:support:Aliases:0"] = "help@helpdesk.test",
        ["Mailboxes:support:Department"] = "Support",
        ["Outgoing:default:Kind"] = "Memory",
        ["Outgoing:default:From"] = "desk@helpdesk.test",
        ["Composition:FromMustBeIncoming"] = "false",
        ["Identity:AuthenticationServer"] = Server,
        [key] = value,
    };

    private static EmailAddress Address(string person) => EmailAddress.Create($"{person}@example.test");

    // Whoever writes as an administrator and does not pass is nobody that the desk knows.
    private static HarnessMail Mail(string person, string subject, string headers = "")
    {
        var address = Address(person == "forged" ? "administrator" : person);
        var proof = person == "forged" ? string.Empty : $"Authentication-Results: {Server}; dmarc=pass header.from=example.test\n";
        return HarnessMail.Of($"{proof}{headers}From: {address}\nTo: support@helpdesk.test\nSubject: {subject}\nMessage-ID: <{Guid.NewGuid():N}@example.test>\n\nWords.\n");
    }
}
