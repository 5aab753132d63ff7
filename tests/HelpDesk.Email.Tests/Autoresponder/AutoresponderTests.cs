using HelpDesk.Email.InMemory;
using HelpDesk.Email.Knowledge;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Autoresponder;

public sealed class AutoresponderTests
{
    private readonly SeenTemplates _templates = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "AU-01")]
    public async Task A_department_acknowledges_from_its_own_template_or_not_at_all()
    {
        await using var desk = await StartAsync(("Mailboxes:sales:Address", "sales@helpdesk.test"), ("Mailboxes:sales:Department", "Sales"),
            ("Departments:Support:Autoresponder:Template", "support-welcome"), ("Departments:Sales:Autoresponder:Enabled", "false"));

        var told = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It burns.") with { Mailbox = "support" }, Token);
        var silent = await desk.DeliverAsync(Mails.From("ann@example.test", "Offer", "Please.", headers: "Cc: sales@helpdesk.test\n") with { Mailbox = "sales" }, Token);

        var mail = Assert.Single(told.Outbox);
        Assert.Equal("support-welcome", mail.Template);
        Assert.Equal(string.Empty, mail.ReversePath);
        Assert.Empty(silent.Outbox);
        Assert.Contains(silent.Trace, line => line.Reason.Contains("Departments:Sales:Autoresponder:Enabled is false", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Feature", "AU-02")]
    public async Task An_acknowledgement_suggests_articles_of_its_folders_and_has_the_departments_words_for_links()
    {
        await using var desk = await StartAsync(
            ("Departments:Support:Autoresponder:Articles:Enabled", "true"), ("Departments:Support:Autoresponder:Articles:MaxResults", "1"),
            ("Departments:Support:Autoresponder:Articles:Folders:0", "Public"), ("Departments:Support:Autoresponder:Articles:BrowseUrl", "https://help.example.test/"),
            ("Departments:Support:Autoresponder:ViewText", "Look at it"), ("Departments:Support:Autoresponder:BrowseText", "More articles"));
        await SaveAsync(desk, new("1", "Printers that burn", "Pull the plug.") { Url = "https://help.example.test/1", Folder = "Public/Hardware" });
        await SaveAsync(desk, new("2", "Printers that smoke", "A printer that smokes will burn.") { Folder = "Public" });
        await SaveAsync(desk, new("3", "Printer burns: what technicians know", "The printer burns.") { Folder = "Internal" });

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Printers burn", "AND OR NOT ( \" * NEAR( title: -x"), Token);

        var model = Assert.Single(_templates.Seen).Model;
        var article = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(Assert.Single(Assert.IsAssignableFrom<IReadOnlyList<object?>>(model["articles"])));
        Assert.Equal(("Printers that burn", "https://help.example.test/1", "Pull the plug."), (article["title"], article["url"], article["text"]));
        var links = SeenTemplates.Of(model, "links");
        Assert.Equal(("Look at it", "https://help.example.test/", "More articles"), (links["viewText"], links["browse"], links["browseText"]));
        Assert.Contains(mail.Trace, line => line is { Step: "Articles", Verdict: "suggested", Reason: "1" });
    }

    [Fact]
    [Trait("Feature", "AU-02")]
    public async Task Without_the_switch_no_article_is_suggested()
    {
        await using var desk = await StartAsync();
        await SaveAsync(desk, new("1", "Printers", "Pull the plug."));

        await desk.DeliverAsync(Mails.From("ann@example.test", "Printers", "They burn."), Token);

        Assert.Empty(Assert.IsAssignableFrom<IReadOnlyList<object?>>(Assert.Single(_templates.Seen).Model["articles"]));
    }

    [Fact]
    public async Task A_knowledge_base_that_fails_costs_the_articles_and_not_the_acknowledgement()
    {
        await using var desk = await StartAsync(mail => mail.UseKnowledgeBase<BrokenKnowledge>(), ("Departments:Support:Autoresponder:Articles:Enabled", "true"));

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It burns."), Token);

        Assert.Equal("ticket-received", Assert.Single(mail.Outbox).Template);
        Assert.Contains(mail.Trace, line => line is { Step: "Articles", Verdict: "failed" } && line.Reason.Contains("the shelf fell down", StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Feature", "AU-04")]
    [InlineData("robot@example.test", false)]
    [InlineData("ROBOT@EXAMPLE.TEST", false)]
    [InlineData("anybody@machines.test", false)]
    [InlineData("anybody@sub.machines.test", true)]
    [InlineData("ann@example.test", true)]
    [InlineData("second@example.test", false)]
    public async Task Excluded_addresses_and_domains_get_no_answer_that_nobody_writes(string sender, bool isAnswered)
    {
        await using var desk = await StartAsync(("AutomaticAnswers:Exclude:0", "@machines.test"), ("AutomaticAnswers:Exclude:1", "robot@example.test\r\n second@example.test\n"));

        var mail = await desk.DeliverAsync(Mails.From(sender, "Printer", "It burns."), Token);

        Assert.Equal(JournalOutcome.Created, mail.Outcome);
        Assert.Equal(isAnswered ? 1 : 0, mail.Outbox.Count);
        Assert.Equal(!isAnswered, mail.Trace.Any(line => line.Reason.Contains("AutomaticAnswers:Exclude", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Feature", "AU-04")]
    public async Task A_refused_mail_of_an_excluded_address_is_not_answered_either()
    {
        await using var desk = await StartAsync(("AutomaticAnswers:Exclude:0", "robot@example.test"), ("Departments:Support:AcceptsMail", "false"));

        var robot = await desk.DeliverAsync(Mails.From("robot@example.test", "Printer", "It burns."), Token);
        var ann = await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It burns."), Token);

        Assert.Equal((JournalOutcome.Rejected, 0), (robot.Outcome, robot.Outbox.Count));
        Assert.Equal((JournalOutcome.Rejected, 1), (ann.Outcome, ann.Outbox.Count));
    }

    [Fact]
    [Trait("Feature", "AU-05")]
    public async Task An_acknowledgement_waits_for_its_delay_and_goes_then()
    {
        await using var desk = await StartAsync(("AutomaticAnswers:Delay", "00:00:10"));

        await desk.DeliverAsync(Mails.From("ann@example.test", "Printer", "It burns."), Token);
        await desk.AdvanceAsync(TimeSpan.FromSeconds(9), Token);
        Assert.Empty(desk.Transport.Sent);

        await desk.AdvanceAsync(TimeSpan.FromSeconds(1), Token);
        Assert.Single(desk.Transport.Sent);
    }

    [Fact]
    [Trait("Feature", "AU-03")]
    public async Task The_fourth_answer_within_half_an_hour_is_dropped_and_never_sent()
    {
        await using var desk = await StartAsync();
        HarnessDelivery? last = null;
        for (var i = 0; i < 4; i++)
        {
            last = await desk.DeliverAsync(Mails.From("ann@example.test", $"Printer {i}", "It burns."), Token);
        }

        Assert.Equal(OutboxState.Throttled, Assert.Single(last!.Outbox).State);
        await desk.AdvanceAsync(TimeSpan.FromHours(2), Token);
        Assert.Equal(3, desk.Transport.Sent.Count);

        await desk.DeliverAsync(Mails.From("ann@example.test", "Printer again", "It burns.").Undated(), Token);
        await desk.AdvanceAsync(TimeSpan.FromMinutes(1), Token);
        Assert.Equal(4, desk.Transport.Sent.Count);
    }

    private static ValueTask SaveAsync(HelpDeskHarness desk, KnowledgeArticle article) => desk.Services.GetRequiredService<InMemoryKnowledgeBase>().SaveAsync(article, Token);

    private Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => StartAsync(_ => { }, settings);

    private Task<HelpDeskHarness> StartAsync(Action<IHelpDeskEmailBuilder> compose, params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Mailboxes:support:Department"] = "Support";
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }

            options.Compose = mail =>
            {
                _templates.Use(mail);
                compose(mail);
            };
        },
        Token);

    private sealed class BrokenKnowledge : IKnowledgeBase
    {
        public ValueTask<IReadOnlyList<KnowledgeHit>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken) => throw new InvalidOperationException("the shelf fell down");
    }
}
