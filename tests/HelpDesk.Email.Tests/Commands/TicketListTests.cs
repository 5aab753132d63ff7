using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Commands;

[Trait("Feature", "NO-20")]
public sealed class TicketListTests
{
    private readonly SeenTemplates _templates = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("#tickets#", "3", "2", "1")]
    [InlineData("My tickets please #tickets open#", "3", "1")]
    public async Task A_requester_gets_the_list_of_their_tickets_and_no_new_one(string subject, params string[] numbers)
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", subject, "Thanks."), Token);

        Assert.Equal((JournalOutcome.Recorded, null), (mail.Outcome, mail.Ticket));
        var answer = Assert.Single(mail.Outbox);
        Assert.Equal(("ticket-list", "ann@example.test", string.Empty), (answer.Template, answer.Recipients[0].Address, answer.ReversePath));
        var tickets = Assert.IsAssignableFrom<IReadOnlyList<object?>>(Assert.Single(_templates.Seen).Model["tickets"]).Cast<IReadOnlyDictionary<string, object?>>().ToList();
        Assert.Equal(numbers, tickets.Select(ticket => ticket["number"]));
        Assert.Equal(("Printer 3", "Open"), (tickets[0]["subject"], tickets[0]["status"]));
        Assert.IsType<DateTimeOffset>(tickets[0]["created"]);
        Assert.Equal(4, await desk.Tickets.ListAsync(10, Token).CountAsync(Token));
    }

    [Fact]
    public async Task Somebody_who_is_not_proven_to_be_who_they_say_gets_no_list_and_a_note_says_so()
    {
        await using var desk = await StartAsync(("Identity:AuthenticationServer", "mx.helpdesk.test"));

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "#tickets#", "Thanks."), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.DoesNotContain(mail.Outbox, sent => sent.Template == "ticket-list");
        Assert.Contains("[#tickets# was refused: the sender is Unverified]", (await desk.LastEntryAsync(mail.Ticket, Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_mail_to_a_ticket_it_is_refused_and_the_mail_joins_the_ticket()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#3] Printer #tickets#", "It burns."), Token);

        Assert.Equal((JournalOutcome.Appended, "3"), (mail.Outcome, mail.Ticket));
        Assert.Contains("[#tickets# was refused: ", (await desk.LastEntryAsync("3", Token)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_an_automatic_answer_with_the_bounds_of_those()
    {
        await using var desk = await StartAsync();
        var states = new List<OutboxState>();
        for (var i = 0; i < 4; i++)
        {
            states.Add(Assert.Single((await desk.DeliverAsync(Mails.From("ann@example.test", "#tickets#", $"Thanks {i}."), Token)).Outbox).State);
        }

        Assert.Equal([OutboxState.Ready, OutboxState.Ready, OutboxState.Ready, OutboxState.Throttled], states);
    }

    [Fact]
    public async Task A_program_gets_none()
    {
        await using var desk = await StartAsync();

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "#tickets#", "Thanks.", headers: "Auto-Submitted: auto-replied\n"), Token);

        Assert.Empty(mail.Outbox);
    }

    [Fact]
    public async Task All_addresses_of_a_person_count()
    {
        await using var desk = await StartAsync();
        desk.Contacts.Add(new Contact(EmailAddress.Create("ann@home.test"), ContactRole.Requester) { OtherAddresses = [EmailAddress.Create("ann@example.test")] });

        await desk.DeliverAsync(Mails.From("ann@home.test", "#tickets#", "Thanks."), Token);

        Assert.Equal(3, Assert.IsAssignableFrom<IReadOnlyList<object?>>(Assert.Single(_templates.Seen).Model["tickets"]).Count);
    }

    private async Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }

                options.Compose = _templates.Use;
            },
            Token);
        Add(desk, "1", TicketStatus.Pending, "ann@example.test");
        Add(desk, "2", TicketStatus.Closed, "ann@example.test");
        Add(desk, "3", TicketStatus.Open, "ann@example.test");
        Add(desk, "4", TicketStatus.Open, "bob@example.test");
        return desk;
    }

    private static void Add(HelpDeskHarness desk, string number, TicketStatus status, string requester) =>
        desk.Tickets.Add(new TicketSnapshot(number, $"Printer {number}", status, EmailAddress.Create(requester)) { Created = desk.Clock.GetUtcNow().AddDays(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 10) });
}
