using HelpDesk.Email.Inbound;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tests.Processing;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Correlation;

/// <summary>Numbers of another ticket system, beyond what the scenarios tell.</summary>
public sealed class ExternalNumberTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[CASE-1] Part", "Number {0}.")]
    [InlineData("Part", "[CASE-1] Number {0}.")]
    public async Task Mails_with_one_number_that_come_at_once_make_one_ticket(string subject, string body)
    {
        await using var desk = await StartAsync();
        var intake = desk.Services.GetRequiredService<IMailIntake>();
        var rows = new List<long>();
        for (var i = 0; i < 12; i++)
        {
            var mail = Mails.From("cases@vendor.example", subject, string.Format(System.Globalization.CultureInfo.InvariantCulture, body, i));
            rows.AddRange(await intake.AcceptAsync(new IntakeRequest(["support"], MailContent.FromOctets(mail.Octets)), Token));
        }

        await desk.SettleAsync(Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(10), Token);

        Assert.Single(await desk.Tickets.ListAsync(100, Token).ToListAsync(Token));
        var outcomes = new List<JournalOutcome>();
        foreach (var row in rows)
        {
            outcomes.Add((await desk.LookAtAsync(row, Token)).Outcome);
        }

        Assert.Equal([JournalOutcome.Created, .. Enumerable.Repeat(JournalOutcome.Appended, 11)], outcomes);
    }

    [Fact]
    public async Task A_mail_waits_for_an_older_one_with_its_number_but_not_for_ever_and_not_for_another_number()
    {
        ThrowingStep.Current.Value = new ThrowingStep.Fault("away", isTransient: true);
        await using var desk = await StartAsync(options =>
        {
            options.Settings["Processing:MaxWaitForParent"] = "00:00:20";
            options.Compose = mail => mail.ConfigurePipeline(p => p.InsertAfter<ParseStep, ThrowingStep>());
        });
        var first = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] away", "x"), Token);
        var other = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-2] here", "y"), Token);
        var before = desk.Clock.GetUtcNow();
        var second = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] here", "z"), Token);

        Assert.Equal(JournalOutcome.None, first.Outcome);
        Assert.Equal(JournalOutcome.Created, other.Outcome);
        Assert.DoesNotContain(other.Trace, line => line.Verdict == "defer");
        Assert.Equal(JournalOutcome.Created, second.Outcome);
        Assert.Equal("another mail with number 1 by Correlation:ExternalNumbers:0 is not finished", Assert.Single(second.Trace, line => line.Verdict == "defer").Reason);
        Assert.InRange(desk.Clock.GetUtcNow() - before, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(22));
    }

    [Fact]
    public async Task A_mail_that_was_waited_for_takes_the_others_along_once_it_goes_on()
    {
        var fault = ThrowingStep.Current.Value = new ThrowingStep.Fault("away", isTransient: true);
        await using var desk = await StartAsync(options => options.Compose = mail => mail.ConfigurePipeline(p => p.InsertAfter<ParseStep, ThrowingStep>()));
        var first = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] away", "x"), Token);
        fault.Word = "nothing";
        var second = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] here", "z"), Token);

        first = await desk.LookAtAsync(first.Row.Id, Token);
        Assert.Equal((JournalOutcome.Created, JournalOutcome.Appended), (first.Outcome, second.Outcome));
        Assert.Equal(first.Ticket, second.Ticket);
    }

    [Fact]
    public async Task Ticket_after_ticket_may_be_made_with_one_number()
    {
        await using var desk = await StartAsync();
        var made = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            var delivery = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] Part", $"Round {i}."), Token);
            Assert.Equal(JournalOutcome.Created, delivery.Outcome);
            var again = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] Part", $"Once more in round {i}."), Token);
            Assert.Equal(delivery.Ticket, again.Ticket);
            made.Add(delivery.Ticket!);
            desk.Tickets.Change(delivery.Ticket!, ticket => ticket with { Status = TicketStatus.Closed });
        }

        // The second is opened by hand, and so it is the open one.
        desk.Tickets.Change(made[1], ticket => ticket with { Status = TicketStatus.Open });
        Assert.Equal(made[1], (await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] Part", "At last."), Token)).Ticket);
    }

    [Fact]
    public async Task A_tag_that_is_but_a_piece_of_the_other_systems_number_names_no_ticket_of_ours()
    {
        await using var desk = await StartAsync(options => options.Settings["Correlation:ExternalNumbers:0:Number"] = @"#(\d+)");
        var first = await desk.DeliverAsync(Mails.From("cases@vendor.example", "#5 Part", "One."), Token);

        var second = await desk.DeliverAsync(Mails.From("cases@vendor.example", $"#{first.Ticket} Part", "Another one."), Token);

        Assert.Equal(JournalOutcome.Created, second.Outcome);
        Assert.Contains(second.Trace, line => line.Reason.Contains($"subject tag #{first.Ticket}: it is number {first.Ticket} by Correlation:ExternalNumbers:0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_takes_a_number_by_a_Message_ID_of_their_own()
    {
        await using var desk = await StartAsync();
        var rule = new Email.Correlation.ExternalNumberRule("x", new Configuration.ExternalNumberOptions { From = @"@vendor\.example$", Number = @"\[CASE-(\d+)\]", SearchBody = true });
        var key = rule.InSubject("[CASE-1]")!.Keys[0];
        var thief = await desk.DeliverAsync(Mails.From("eve@elsewhere.test", "Hello", "x", messageId: key), Token);
        await desk.DeliverAsync(Mails.From("eve@elsewhere.test", "Hello again", "x", messageId: $"<{key}>"), Token);

        var genuine = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] Part", "One."), Token);

        Assert.Equal(JournalOutcome.Created, genuine.Outcome);
        Assert.NotEqual(thief.Ticket, genuine.Ticket);
        Assert.Equal(genuine.Ticket, (await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] Part", "Two."), Token)).Ticket);
        var prober = await desk.DeliverAsync(Mails.From("eve@elsewhere.test", "Re: Part", "x", inReplyTo: $"<{key}>"), Token);
        Assert.NotEqual(genuine.Ticket, prober.Ticket);
    }

    private static Task<HelpDeskHarness> StartAsync(Action<HelpDeskHarnessOptions>? configure = null) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Outgoing:default:Kind"] = "Memory";
            options.Settings["Correlation:ExternalNumbers:0:From"] = @"@vendor\.example$";
            options.Settings["Correlation:ExternalNumbers:0:Number"] = @"\[CASE-(\d+)\]";
            options.Settings["Correlation:ExternalNumbers:0:SearchBody"] = "true";
            configure?.Invoke(options);
        },
        Token);
}
