using HelpDesk.Email.Storage;
using HelpDesk.Email.Tests.Commands;

namespace HelpDesk.Email.Tests.Routing;

public sealed class RuleActionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "CO-08")]
    public async Task A_rule_gives_a_ticket_its_place()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token,
            ("Rules:printers:SubjectMatches", "printer (?<room>[a-z]\\d+) (\\w+)"),
            ("Rules:printers:Type", "Incident"),
            ("Rules:printers:Priority", "High"),
            ("Rules:printers:Category", "Printers/{2}"),
            ("Rules:printers:Department", "Hardware"),
            ("Rules:printers:Assignee", "tess@helpdesk.test"),
            ("Rules:printers:Subscribers:0", "boss@example.test"),
            ("Rules:printers:Fields:Room", "Room {room}"),
            ("Rules:printers:Fields:Empty", "{1}{nothing more"));

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer B7 smokes", "Help."), Token);

        var ticket = await desk.TicketAsync(mail.Ticket, Token);
        Assert.Equal(("Incident", "High", "Hardware", "tess@helpdesk.test"), (ticket.Type, ticket.Priority, ticket.Department, ticket.Assignee?.Address));
        Assert.Equal("boss@example.test", Assert.Single(ticket.Subscribers).Address);
        Assert.Equal("Room B7", ticket.Fields["Room"]);
        Assert.Equal("Printers/B7", ticket.Category);
        Assert.Contains(mail.Trace, line => line.Step == "Route" && line.Reason.StartsWith("Rules:printers: type, priority, category", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "CO-08")]
    public async Task The_first_rule_that_holds_ends_the_asking()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token,
            ("Rules:late:Order", "20"), ("Rules:late:SubjectContains", "printer"), ("Rules:late:Type", "Late"), ("Rules:late:Priority", "Late"),
            ("Rules:early:Order", "-1"), ("Rules:early:SubjectContains", "printer"), ("Rules:early:Type", "Early"),
            ("Rules:off:Order", "-2"), ("Rules:off:SubjectContains", "printer"), ("Rules:off:Type", "Off"), ("Rules:off:Enabled", "false"),
            ("Rules:other:Order", "-3"), ("Rules:other:SubjectContains", "scanner"), ("Rules:other:Type", "Other"));

        var ticket = await desk.TicketOfAsync(Mails.From("ann@example.test", "Printer", "Help."), Token);

        Assert.Equal(("Early", null), (ticket.Type, ticket.Priority));
    }

    [Fact]
    public async Task A_rule_that_continues_leaves_the_rest_to_the_next()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token,
            ("Rules:a:SubjectContains", "printer"), ("Rules:a:Type", "A"), ("Rules:a:Continue", "true"),
            ("Rules:b:SubjectContains", "printer"), ("Rules:b:Type", "B"), ("Rules:b:Priority", "B"),
            ("Rules:c:SubjectContains", "printer"), ("Rules:c:Category", "C"));

        var ticket = await desk.TicketOfAsync(Mails.From("ann@example.test", "Printer", "Help."), Token);

        Assert.Equal(("A", "B", null), (ticket.Type, ticket.Priority, ticket.Category));
    }

    [Theory]
    [InlineData("Ignore", JournalOutcome.Ignored)]
    [InlineData("Quarantine", JournalOutcome.Quarantined)]
    public async Task A_rule_may_set_a_mail_aside(string verdict, JournalOutcome outcome)
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:ads:BodyContains", "only today"), ("Rules:ads:Verdict", verdict));

        var mail = await desk.DeliverAsync(Mails.From("ads@elsewhere.test", "Offer", "Only today!"), Token);

        Assert.Equal((outcome, null), (mail.Outcome, mail.Ticket));
        Assert.Equal($"Rules:ads:Verdict is {verdict}", mail.Trace[^1].Reason);
        Assert.Empty(mail.Outbox);
    }

    [Theory]
    [InlineData("New", null)]
    [InlineData("Reply", "Urgent")]
    [InlineData("Any", "Urgent")]
    [Trait("Feature", "CO-08")]
    public async Task A_rule_acts_on_replies_where_it_says_so(string on, string? priority)
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:urgent:On", on), ("Rules:urgent:BodyContains", "urgent"), ("Rules:urgent:Priority", "Urgent"));

        await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer", "This is urgent now."), Token);

        Assert.Equal(priority, (await desk.TicketAsync("1000", Token)).Priority);
    }

    [Fact]
    public async Task What_a_reply_quotes_is_not_what_the_person_wrote()
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:urgent:On", "Any"), ("Rules:urgent:BodyContains", "urgent"), ("Rules:urgent:Priority", "Urgent"));

        await desk.DeliverAsync(Mails.From("ann@example.test", "Re: [#1000] Printer", "No hurry.\n\nOn Monday, Tess wrote:\n> Is it urgent?"), Token);

        Assert.Null((await desk.TicketAsync("1000", Token)).Priority);
    }

    [Fact]
    [Trait("Feature", "CO-09")]
    public async Task A_type_brings_an_assignee_and_whom_to_notify()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token,
            ("Rules:printers:SubjectContains", "printer"), ("Rules:printers:Type", "incident"),
            ("TicketTypes:Incident:Assignee", "tess@helpdesk.test"), ("TicketTypes:Incident:Notify:0", "duty@example.test"));

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "Help."), Token);
        var plain = await desk.TicketOfAsync(Mails.From("ann@example.test", "Chair", "Help."), Token);

        Assert.Equal("tess@helpdesk.test", (await desk.TicketAsync(mail.Ticket, Token)).Assignee?.Address);
        Assert.Contains(mail.Trace, line => line.Reason.Contains("TicketTypes:incident: an assignee, 1 to notify", StringComparison.Ordinal));
        Assert.Null(plain.Assignee);
    }

    [Fact]
    public async Task What_a_rule_says_comes_before_what_the_type_brings_and_the_mailbox_has()
    {
        await using var desk = await RuleDesk.StartAsync(
            Token,
            ("Rules:printers:SubjectContains", "printer"), ("Rules:printers:Type", "incident"),
            ("Rules:printers:Assignee", "bob@helpdesk.test"), ("Rules:printers:Department", "Hardware"),
            ("TicketTypes:Incident:Assignee", "tess@helpdesk.test"));

        var ticket = await desk.TicketOfAsync(Mails.From("ann@example.test", "Printer", "Help."), Token);

        Assert.Equal(("bob@helpdesk.test", "Hardware"), (ticket.Assignee?.Address, ticket.Department));
    }

    [Fact]
    public async Task A_report_is_no_matter_of_rules()
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:all:Always", "true"), ("Rules:all:Verdict", "Ignore"));

        var mail = await desk.DeliverAsync(
            Mails.From("mailer-daemon@example.test", "Undelivered Mail Returned to Sender", "<ann@example.test>: 550 5.1.1 user unknown", headers: "X-Failed-Recipients: ann@example.test\n"), Token);

        Assert.Equal(JournalOutcome.Recorded, mail.Outcome);
    }

    [Fact]
    public async Task Changed_rules_count_from_the_next_mail_on()
    {
        await using var desk = await RuleDesk.StartAsync(Token, ("Rules:printers:SubjectContains", "printer"), ("Rules:printers:Type", "Before"));
        Assert.Equal("Before", (await desk.TicketOfAsync(Mails.From("ann@example.test", "Printer", "One."), Token)).Type);

        Assert.Null(desk.ChangeSettings([new("Rules:printers:SubjectContains", "printer"), new("Rules:printers:Type", "After")]));
        Assert.NotNull(desk.ChangeSettings([new("Rules:printers:SubjectMatches", "(")]));

        Assert.Equal("After", (await desk.TicketOfAsync(Mails.From("ann@example.test", "Printer", "Two."), Token)).Type);
    }
}
