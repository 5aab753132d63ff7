using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Tests.Notifications;

/// <summary>What a host raises, against the switches.</summary>
public sealed class HostEventTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<NotificationEvent, string?, string, string> Table { get; } = new()
    {
        // what, by whom, the switches, who is told
        { NotificationEvent.Created, "tina@helpdesk.test", "", "tess ticket-created, tom ticket-created, duty ticket-created" },
        { NotificationEvent.Created, "tina@helpdesk.test", "AdministratorsOnCreated=true", "tess ticket-created, tom ticket-created, adam ticket-created, duty ticket-created" },
        { NotificationEvent.Created, "tina@helpdesk.test", "CategoryTechniciansOnCreated=false", "tess ticket-created, duty ticket-created" },
        { NotificationEvent.Created, "tina@helpdesk.test", "CategoryTechniciansOnCreated=false;TypeAddressesOnCreated=false;TechnicianOnCreated=false", "" },
        { NotificationEvent.Created, "tina@helpdesk.test", "NotifySelf=true", "tess ticket-created, tom ticket-created, tina ticket-created, duty ticket-created" },
        { NotificationEvent.Created, "tina@helpdesk.test", "Enabled=false", "" },
        { NotificationEvent.Created, "tina@helpdesk.test", "Departments:Support:Autoresponder:OnlyForMail=false", "ann ticket-created-requester, tess ticket-created, tom ticket-created, duty ticket-created" },
        { NotificationEvent.Created, "tina@helpdesk.test", "Departments:Support:Autoresponder:OnlyForMail=false;RequesterOnCreated=false", "tess ticket-created, tom ticket-created, duty ticket-created" },
        { NotificationEvent.UpdatedByRequester, "ann@example.test", "", "tess ticket-updated" },
        { NotificationEvent.UpdatedByRequester, "ann@example.test", "TechnicianOnUpdated=false", "" },
        { NotificationEvent.UpdatedByRequester, "ann@example.test", "CategoryTechniciansOnRequesterUpdate=true", "tess ticket-updated, tom ticket-updated, tina ticket-updated" },
        { NotificationEvent.UpdatedByRequester, "ann@example.test", "Subscribers=All", "tess ticket-updated" },
        { NotificationEvent.UpdatedByRequester, "ann@example.test", "Subscribers=All;CustomerRepliesToTechniciansOnly=false", "tess ticket-updated, sue ticket-updated, tom ticket-updated" },
        { NotificationEvent.UpdatedByRequester, "bob@example.test", "CustomerRepliesToTechniciansOnly=false", "tess ticket-updated, ann ticket-updated" },
        { NotificationEvent.UpdatedByTechnician, "tess@helpdesk.test", "", "ann ticket-updated, sue ticket-updated, tom ticket-updated" },
        { NotificationEvent.UpdatedByTechnician, "tina@helpdesk.test", "", "ann ticket-updated, sue ticket-updated, tom ticket-updated, tess ticket-updated" },
        { NotificationEvent.UpdatedByTechnician, "tess@helpdesk.test", "NotifySelf=true", "ann ticket-updated, sue ticket-updated, tom ticket-updated, tess ticket-updated" },
        { NotificationEvent.UpdatedByTechnician, "tess@helpdesk.test", "Subscribers=None", "ann ticket-updated" },
        { NotificationEvent.UpdatedByTechnician, "tess@helpdesk.test", "RequesterOnUpdated=false", "sue ticket-updated, tom ticket-updated" },
        { NotificationEvent.Closed, "tess@helpdesk.test", "", "ann ticket-closed, sue ticket-closed, tom ticket-closed" },
        { NotificationEvent.Closed, "tess@helpdesk.test", "RequesterOnClosed=false", "sue ticket-closed, tom ticket-closed" },
        { NotificationEvent.Closed, "ann@example.test", "", "tess ticket-closed" },
        { NotificationEvent.Reopened, "tina@helpdesk.test", "", "ann ticket-reopened, tess ticket-reopened" },
        { NotificationEvent.Assigned, "adam@helpdesk.test", "", "tess ticket-assigned" },
        { NotificationEvent.Taken, "tess@helpdesk.test", "", "" },
        { NotificationEvent.Taken, "tess@helpdesk.test", "CategoryTechniciansOnTaken=true", "tom ticket-assigned, tina ticket-assigned" },
        { NotificationEvent.ArticleChanged, "tina@helpdesk.test", "", "" },
        { NotificationEvent.ArticleChanged, "tina@helpdesk.test", "CategoryTechniciansOnArticleChanged=true", "tess article-changed, tom article-changed" },
        { NotificationEvent.AutoClosed, null, "", "ann auto-close" },
        { NotificationEvent.SurveyDue, null, "", "ann survey" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    [Trait("Feature", "NO-01")]
    [Trait("Feature", "NO-02")]
    [Trait("Feature", "NO-03")]
    [Trait("Feature", "NO-04")]
    [Trait("Feature", "NO-05")]
    [Trait("Feature", "NO-07")]
    [Trait("Feature", "NO-08")]
    [Trait("Feature", "NO-09")]
    [Trait("Feature", "AU-06")]
    public async Task Each_switch_does_what_it_says(NotificationEvent what, string? by, string switches, string told)
    {
        await using var desk = await NotificationDesk.StartAsync(Token, [.. Settings(switches)]);

        Assert.Equal(told, string.Join(", ", await desk.RaiseAsync(what, by, Token)));
    }

    [Theory]
    [InlineData("", "tom ticket-moved, tina ticket-moved")]
    [InlineData("CategoryTechniciansOnMoved=false", "")]
    [Trait("Feature", "NO-06")]
    public async Task A_move_tells_those_who_had_not_seen_the_ticket(string switches, string told)
    {
        await using var desk = await NotificationDesk.StartAsync(Token, [.. Settings(switches)]);

        // Sam of Sales moved it. Tess works on it, and had it before.
        Assert.Equal(told, string.Join(", ", await desk.RaiseAsync(NotificationEvent.Moved, "sam@helpdesk.test", Token, notice => notice with { PreviousDepartment = "Sales" })));
    }

    [Fact]
    [Trait("Feature", "NO-10")]
    public async Task One_mail_goes_to_all_and_never_to_customers_and_technicians_together()
    {
        await using var desk = await NotificationDesk.StartAsync(Token, ("Notifications:OneMailToAll", "Cc"));

        Assert.Equal(["ann+sue ticket-updated", "tom+tess ticket-updated"], await desk.RaiseAsync(NotificationEvent.UpdatedByTechnician, "tina@helpdesk.test", Token));
    }

    [Fact]
    public async Task What_is_internal_is_told_to_those_who_work_on_tickets()
    {
        await using var desk = await NotificationDesk.StartAsync(Token);

        Assert.Equal(["tom ticket-updated", "tess ticket-updated"], await desk.RaiseAsync(NotificationEvent.UpdatedByTechnician, "tina@helpdesk.test", Token, notice => notice with { IsInternal = true }));
    }

    [Fact]
    [Trait("Feature", "CO-11")]
    public async Task An_event_of_the_hosts_own_goes_by_the_settings_and_only_for_the_tickets_that_they_name()
    {
        await using var desk = await NotificationDesk.StartAsync(
            Token,
            ("Notifications:Events:sla-breach:Template", "sla"),
            ("Notifications:Events:sla-breach:Audiences:0", "Assignee"),
            ("Notifications:Events:sla-breach:To:0", "boss@helpdesk.test"),
            ("Notifications:Events:sla-breach:Types:0", "Incident"),
            ("Notifications:Events:sla-hint:Template", "sla"),
            ("Notifications:Events:sla-hint:Audiences:0", "Assignee"),
            ("Notifications:Events:sla-hint:Types:0", "Question"));

        Assert.Equal(["tess sla", "boss sla"], await desk.RaiseAsync(NotificationEvent.Custom, null, Token, notice => notice with { Name = "sla-breach" }));
        Assert.Empty(await desk.RaiseAsync(NotificationEvent.Custom, null, Token, notice => notice with { Name = "sla-hint" }));
    }

    [Fact]
    [Trait("Feature", "NO-17")]
    public async Task A_filter_stops_sending_too()
    {
        await using var desk = await NotificationDesk.StartAsync(
            Token, ("Filters:Senders:sue:Text", "sue@example.test"), ("Filters:Senders:sue:Direction", "Send"));

        Assert.Equal(["ann ticket-closed", "tom ticket-closed"], await desk.RaiseAsync(NotificationEvent.Closed, "tess@helpdesk.test", Token));
    }

    private static IEnumerable<(string Key, string Value)> Settings(string switches) =>
        switches.Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(each => each.Split('='))
            .Select(pair => (pair[0].Contains(':', StringComparison.Ordinal) ? pair[0] : $"Notifications:{pair[0]}", pair[1]));
}
