using HelpDesk.Email.Messages;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Scheduling;

public sealed class ScheduleSettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Departments:A:AutoClose:After", "00:00:10", "Departments:A:AutoClose:After is")]
    [InlineData("Departments:A:AutoClose:Template", " ", "Departments:A:AutoClose:Template is empty")]
    [InlineData("Departments:A:Survey:Enabled", "true", "Departments:A:Survey:Url is missing")]
    [InlineData("Departments:A:Survey:Url", "javascript:alert(1)", "Departments:A:Survey:Url is 'javascript:alert(1)'")]
    [InlineData("Departments:A:Autoresponder:Articles:MaxResults", "0", "Departments:A:Autoresponder:Articles:MaxResults is 0")]
    [InlineData("Departments:A:Autoresponder:Articles:BrowseUrl", "help", "Departments:A:Autoresponder:Articles:BrowseUrl is 'help'")]
    [InlineData("Departments:A:Autoresponder:Template", "", "Departments:A:Autoresponder:Template is empty")]
    [InlineData("AutomaticAnswers:Exclude:0", "a@b.test\nnobody", "AutomaticAnswers:Exclude:0 has 'nobody'")]
    [InlineData("Reports:tickets:DailyAt", "06:00", "Reports:tickets:To names nobody")]
    [InlineData("Reports:tickets:To:0", "boss", "Reports:tickets:To:0 is 'boss'")]
    [InlineData("Reports:tickets:To:0", "boss@example.test", "Reports:tickets has to say when")]
    [InlineData("Reports:tickets:Every", "00:00:01", "Reports:tickets:Every is 00:00:01")]
    [InlineData("Reports:tickets:DailyAt", "1.00:00:00", "Reports:tickets:DailyAt is 1.00:00:00")]
    [InlineData("Reports:tickets:TimeZone", "Europe/Nowhere", "Reports:tickets:TimeZone is 'Europe/Nowhere'")]
    [InlineData("Reports:tickets:Mailbox", "sales", "Reports:tickets:Mailbox is 'sales'")]
    public async Task A_wrong_setting_is_refused_at_start_by_its_key(string key, string value, string expected)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => HelpDeskHarness.StartAsync(options => options.Settings[key] = value, Token));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Departments:A:AutoClose:Enabled")]
    [InlineData("Departments:A:Survey:Enabled")]
    public async Task What_needs_a_list_of_tickets_is_refused_over_a_store_that_has_none(string key)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings[key] = "true";
                options.Settings["Departments:A:Survey:Url"] = "https://survey.example.test/";
                options.Compose = mail => mail.UseTicketStore<Minimal>();
            },
            Token));

        Assert.Contains("register an ITicketQueries", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "Reports:nothing names no report; there are tickets")]
    [InlineData("tickets", "Reports:tickets lists tickets, and the ticket store can't: register an ITicketQueries")]
    public async Task A_report_that_there_is_none_of_or_that_can_not_be_made_is_refused_at_start(string name, string expected)
    {
        var refusal = await Assert.ThrowsAsync<HelpDeskConfigurationException>(() => HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings[$"Reports:{name}:DailyAt"] = "06:00";
                options.Settings[$"Reports:{name}:To:0"] = "boss@example.test";
                options.Compose = mail => mail.UseTicketStore<Minimal>();
            },
            Token));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }

    private sealed class Minimal : ITicketStore
    {
        public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<TicketSnapshot>>([]);

        public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken) => ValueTask.FromResult(ApplyResult.Void);
    }
}
