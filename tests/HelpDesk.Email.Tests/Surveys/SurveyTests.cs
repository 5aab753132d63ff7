using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Tests.Surveys;

[Trait("Feature", "NO-20")]
public sealed class SurveyTests
{
    private readonly SeenTemplates _templates = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_is_asked_some_time_after_the_ticket_was_closed_and_that_once()
    {
        await using var desk = await StartAsync();
        Add(desk, "HD/7", "Support");
        await desk.AdvanceAsync(TimeSpan.FromHours(1), Token);
        desk.Tickets.Change("HD/7", ticket => ticket with { Status = TicketStatus.Closed });

        await desk.AdvanceAsync(TimeSpan.FromHours(23), Token);
        Assert.Empty(desk.Transport.Sent);
        await desk.AdvanceAsync(TimeSpan.FromHours(2), Token);
        Assert.Equal(["ann@example.test"], Assert.Single(desk.Transport.Sent).Recipients);
        var (template, model) = Assert.Single(_templates.Seen);
        Assert.Equal("survey", template);
        Assert.Equal("https://survey.example.test/?t=HD%2F7", SeenTemplates.Of(model, "survey")["url"]);

        // Opened and closed again: not asked again.
        desk.Tickets.Change("HD/7", ticket => ticket with { Status = TicketStatus.Open });
        desk.Tickets.Change("HD/7", ticket => ticket with { Status = TicketStatus.Closed });
        await desk.AdvanceAsync(TimeSpan.FromDays(5), Token);
        Assert.Single(desk.Transport.Sent);
    }

    [Fact]
    public async Task A_ticket_that_is_opened_again_in_time_or_belongs_elsewhere_is_not_asked_about()
    {
        await using var desk = await StartAsync();
        Add(desk, "1", "Support");
        Add(desk, "2", "Sales");
        await desk.AdvanceAsync(TimeSpan.FromHours(1), Token);
        desk.Tickets.Change("1", ticket => ticket with { Status = TicketStatus.Closed });
        desk.Tickets.Change("2", ticket => ticket with { Status = TicketStatus.Closed });
        await desk.AdvanceAsync(TimeSpan.FromHours(12), Token);
        desk.Tickets.Change("1", ticket => ticket with { Status = TicketStatus.Open });

        await desk.AdvanceAsync(TimeSpan.FromDays(3), Token);

        Assert.Empty(desk.Transport.Sent);
    }

    [Fact]
    public async Task Tickets_that_were_closed_long_before_it_was_switched_on_are_left_alone()
    {
        await using var desk = await StartAsync();
        desk.Tickets.Add(new TicketSnapshot("1", "Printer", TicketStatus.Closed, EmailAddress.Create("ann@example.test"))
        {
            Department = "Support",
            ClosedAt = desk.Clock.GetUtcNow() - TimeSpan.FromDays(30),
        });

        await desk.AdvanceAsync(TimeSpan.FromDays(3), Token);

        Assert.Empty(desk.Transport.Sent);
    }

    private static void Add(HelpDeskHarness desk, string number, string department) =>
        desk.Tickets.Add(new TicketSnapshot(number, "Printer", TicketStatus.Open, EmailAddress.Create("ann@example.test")) { Department = department });

    private Task<HelpDeskHarness> StartAsync() => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Departments:Support:Survey:Enabled"] = "true";
            options.Settings["Departments:Support:Survey:After"] = "1.00:00:00";
            options.Settings["Departments:Support:Survey:Url"] = "https://survey.example.test/?t={number}";
            options.Compose = _templates.Use;
        },
        Token);
}
