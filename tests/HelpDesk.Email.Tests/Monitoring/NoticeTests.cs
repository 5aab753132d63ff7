using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Servers;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HelpDesk.Email.Tests.Monitoring;

/// <summary>The ticket about refused log-ins, and what is remembered of errors.</summary>
public sealed class NoticeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Feature", "MO-04")]
    public async Task The_ticket_has_the_words_of_the_chosen_template()
    {
        var notice = await NoticeAsync(templates => templates.Known["desk-alarm"] = new RenderedMail("Look at {mailbox}", "It said: {error}", null));
        Assert.Equal(new MonitorNotice("Look at support", "It said: The server refused the log-in."), notice);
    }

    [Theory]
    [Trait("Feature", "MO-04")]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_template_that_is_gone_or_empty_by_then_gives_the_built_in_words(bool isEmpty)
    {
        var notice = await NoticeAsync(templates =>
        {
            if (isEmpty)
            {
                templates.Known["desk-alarm"] = null;
            }
        });
        Assert.Contains("The mailbox support can't be read", notice.Subject, StringComparison.Ordinal);
        Assert.StartsWith("The server refused the log-in.", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "MO-04")]
    public async Task The_ticket_is_switched_off()
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "00:00:01"), ("Monitor:TicketAfterRefusedLogins", "0"));
        RefuseLogins(trial);

        await trial.UntilAsync(() => trial.Source.Looks.Count == 6);

        Assert.Empty(await trial.Store.Journal.FindAsync(new JournalQuery(), Token));
    }

    [Theory]
    [Trait("Feature", "MO-04")]
    [InlineData("3", true)]
    [InlineData("0", false)]
    public async Task A_template_that_is_not_there_is_an_error_at_start_where_the_ticket_is_wanted(string after, bool isRefused)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["HelpDeskEmail:Monitor:TicketTemplate"] = "desk-alarm",
            ["HelpDeskEmail:Monitor:TicketAfterRefusedLogins"] = after,
        });
        builder.Services.AddSingleton<ITemplateRenderer, ScriptedTemplates>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        using var host = builder.Build();

        var refusal = await Record.ExceptionAsync(() => host.StartAsync(Token));

        Assert.Equal(isRefused, refusal is HelpDeskConfigurationException);
        Assert.Equal(isRefused, refusal?.Message.StartsWith("HelpDeskEmail:Monitor:TicketTemplate is 'desk-alarm'", StringComparison.Ordinal) ?? false);
        await host.StopAsync(Token);
    }

    [Fact]
    [Trait("Feature", "MO-03")]
    public async Task Errors_in_a_row_are_remembered_for_the_next_process_and_forgotten_after_a_look_that_succeeds()
    {
        var isBroken = true;
        await using var trial = new MonitorTrial(("Mailboxes:support:InitialImport", "Now"));
        trial.Source.Look = (_, _) => isBroken ? throw new MailboxException("The server is away.", isTransient: true) : [];
        trial.Start();
        await trial.UntilAsync(() => trial.Status.Failures == 3);
        await MonitorTrial.NowAsync(() => Failures(trial) == 3);

        // As after a restart: the same store, another loop.
        trial.Set("Mailboxes:support:Password", "other");
        await trial.UntilAsync(() => trial.Status.Failures == 4);

        isBroken = false;
        await trial.UntilAsync(() => trial.Status.Activity == MailboxActivity.Waiting);
        Assert.Equal(0, Failures(trial));
        Assert.Equal("skipped", (await trial.Store.Mailboxes.ReadAsync("support", Token))!.Cursor);
    }

    private static int? Failures(MonitorTrial trial)
    {
        var state = trial.Store.Mailboxes.ReadAsync("support", Token);
        return state.IsCompletedSuccessfully ? state.Result?.Failures : null;
    }

    private static void RefuseLogins(MonitorTrial trial)
    {
        trial.Source.Look = (_, _) => throw new MailboxException("The server refused the log-in.", isTransient: false) { Failure = MailFailure.LoginRefused };
        trial.Start();
    }

    private static async Task<MonitorNotice> NoticeAsync(Action<ScriptedTemplates> set)
    {
        await using var trial = new MonitorTrial(("Mailboxes:support:CheckInterval", "00:00:01"), ("Monitor:TicketTemplate", "desk-alarm"));
        set(trial.Templates);
        RefuseLogins(trial);
        await trial.UntilAsync(() => trial.Source.Looks.Count == 4);

        var row = Assert.Single(await trial.Store.Journal.FindAsync(new JournalQuery(), Token));
        using var content = await trial.Store.Journal.OpenContentAsync(row.Id, Token);
        await using var octets = content!.OpenRead();
        return MonitorNoticeJson.Read(octets);
    }
}
