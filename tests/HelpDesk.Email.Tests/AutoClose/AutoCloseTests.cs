using HelpDesk.Email.Contacts;
using HelpDesk.Email.Mailing;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Scheduling;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.AutoClose;

[Trait("Feature", "NO-19")]
public sealed class AutoCloseTests
{
    private static readonly EmailAddress Ann = EmailAddress.Create("ann@example.test");
    private static readonly EmailAddress Tess = EmailAddress.Create("tess@helpdesk.test");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_ticket_that_waits_for_its_requester_too_long_is_closed_and_they_are_told()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Tess);

        await desk.AdvanceAsync(TimeSpan.FromDays(3) - TimeSpan.FromMinutes(1), Token);
        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);

        await desk.AdvanceAsync(TimeSpan.FromMinutes(10), Token);
        var ticket = await FindAsync(desk, "1000");
        Assert.Equal(TicketStatus.Closed, ticket.Status);
        Assert.NotNull(ticket.ClosedAt);
        var mail = Assert.Single(desk.Transport.Sent);
        Assert.Equal([Ann.Address], mail.Recipients);
        Assert.Contains("Subject: auto-close: Printer", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail.Text, StringComparison.Ordinal);
        var note = (await desk.Tickets.EntriesAsync("1000", Token).ToListAsync(Token))[^1];
        Assert.Equal((EntryKind.Note, EntryVisibility.Internal), (note.Kind, note.Visibility));
    }

    [Fact]
    public async Task A_ticket_that_waits_for_the_help_desk_stays_open()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Ann);

        await desk.AdvanceAsync(TimeSpan.FromDays(10), Token);

        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public async Task By_option_every_silent_ticket_is_closed()
    {
        await using var desk = await StartAsync(("Departments:Support:AutoClose:OnlyWhenWaitingForRequester", "false"));
        Add(desk, "1000", Ann);

        await desk.AdvanceAsync(TimeSpan.FromDays(4), Token);

        Assert.Equal(TicketStatus.Closed, (await FindAsync(desk, "1000")).Status);
    }

    [Theory]
    [InlineData("Departments:Support:AutoClose:Enabled", "false")]
    [InlineData("Departments:Support:AutoClose:After", "30.00:00:00")]
    public async Task The_department_says_whether_and_when(string key, string value)
    {
        await using var desk = await StartAsync((key, value));
        Add(desk, "1000", Tess);

        await desk.AdvanceAsync(TimeSpan.FromDays(10), Token);

        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
    }

    [Fact]
    public async Task An_agent_whom_no_directory_knows_is_one_by_the_answer_given_in_the_host()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Ann);
        await desk.Mailer.ReplyAsync(new AgentReply(Guid.NewGuid(), "1000", EmailAddress.Create("agent@elsewhere.test"), "Try again."), Token);

        await desk.AdvanceAsync(TimeSpan.FromDays(4), Token);

        Assert.Equal(TicketStatus.Closed, (await FindAsync(desk, "1000")).Status);
    }

    [Fact]
    public async Task An_answer_opens_it_again_and_the_time_runs_anew()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Tess);
        await desk.AdvanceAsync(TimeSpan.FromDays(4), Token);
        var closing = Assert.Single(desk.Transport.Sent);

        var answer = await desk.DeliverAsync(Mails.From(Ann.Address, "Re: Printer", "It still burns.", inReplyTo: closing.MessageId).Undated(), Token);
        Assert.Equal("1000", answer.Ticket);
        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
        Assert.Null((await FindAsync(desk, "1000")).ClosedAt);

        await desk.AdvanceAsync(TimeSpan.FromDays(10), Token);
        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
    }

    [Fact]
    public async Task A_reply_that_comes_between_finding_and_closing_wins()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Tess);
        desk.Clock.AdvanceTo(desk.Clock.GetUtcNow() + TimeSpan.FromDays(4));
        Assert.Equal(1, await desk.Services.GetRequiredService<ScheduleRound>().RunAsync(Token));

        // Written into the host while the row still waits.
        await desk.Tickets.ApplyAsync(
            new TicketChange { OperationId = Guid.NewGuid(), TicketNumber = "1000", Entry = new NewTicketEntry(Ann, "It still burns.") { At = desk.Clock.GetUtcNow() } }, Token);
        await desk.SettleAsync(Token);

        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
        Assert.Empty(desk.Transport.Sent);
        var row = Assert.Single(await desk.Store.Journal.FindAsync(new JournalQuery { Mailbox = "(schedule)" }, Token));
        Assert.Equal((JournalOrigin.Timer, JournalOutcome.Ignored), (row.Origin, row.Outcome));
    }

    [Fact]
    public async Task Two_rounds_at_once_close_a_ticket_once()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Tess);
        desk.Clock.AdvanceTo(desk.Clock.GetUtcNow() + TimeSpan.FromDays(4));
        var round = desk.Services.GetRequiredService<ScheduleRound>();

        var found = await Task.WhenAll(round.RunAsync(Token), round.RunAsync(Token));
        await desk.SettleAsync(Token);

        Assert.Equal(1, found.Sum());
        Assert.Single(desk.Transport.Sent);
    }

    [Fact]
    public async Task Its_mail_is_made_from_the_departments_template()
    {
        await using var desk = await StartAsync(("Departments:Support:AutoClose:Template", "bye"));
        Add(desk, "1000", Tess);

        await desk.AdvanceAsync(TimeSpan.FromDays(4), Token);

        Assert.Contains("Subject: bye: Printer", Assert.Single(desk.Transport.Sent).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Locked_tickets_are_left_alone()
    {
        await using var desk = await StartAsync();
        Add(desk, "1000", Tess);
        desk.Tickets.Change("1000", ticket => ticket with { IsLocked = true });

        await desk.AdvanceAsync(TimeSpan.FromDays(10), Token);

        Assert.Equal(TicketStatus.Open, (await FindAsync(desk, "1000")).Status);
    }

    private static async Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings)
    {
        var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:Department"] = "Support";
                options.Settings["Departments:Support:AutoClose:Enabled"] = "true";
                options.Settings["Departments:Support:AutoClose:After"] = "3.00:00:00";
                foreach (var (key, value) in settings)
                {
                    options.Settings[key] = value;
                }
            },
            Token);
        desk.Contacts.Add(new Contact(Tess, ContactRole.Technician));
        return desk;
    }

    private static void Add(HelpDeskHarness desk, string number, EmailAddress lastAuthor) => desk.Tickets.Add(
        new TicketSnapshot(number, "Printer", TicketStatus.Open, Ann) { Department = "Support", Created = desk.Clock.GetUtcNow() },
        new TicketEntry("1", lastAuthor, "Words.", desk.Clock.GetUtcNow()));

    private static async Task<TicketSnapshot> FindAsync(HelpDeskHarness desk, string number) => (await desk.Tickets.FindAsync(TicketLookup.Of(number), Token))[0];
}
