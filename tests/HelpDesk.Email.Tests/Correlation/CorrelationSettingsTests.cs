using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Correlation;

public sealed class CorrelationSettingsTests
{
    private const string Rule = "Correlation:ExternalNumbers:0";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Correlation:SubjectTagPrefix", "2024", "HelpDeskEmail:Correlation:SubjectTagPrefix is '2024'; with digits and spaces alone")]
    [InlineData("Correlation:SubjectTagPrefix", " ", "HelpDeskEmail:Correlation:SubjectTagPrefix is ' '")]
    [InlineData("Correlation:SubjectTextMaxAge", "00:00:00", "HelpDeskEmail:Correlation:SubjectTextMaxAge is 00:00:00; write a value from")]
    [InlineData("Correlation:ModuleNames:0", "[x", "HelpDeskEmail:Correlation:ModuleNames has '[x'; write")]
    [InlineData($"{Rule}:From", "", $"HelpDeskEmail:{Rule}:From is ''; write a pattern on the sender's address")]
    [InlineData($"{Rule}:From", "*@vendor.example", $"HelpDeskEmail:{Rule}:From is '*@vendor.example'; write a regular expression")]
    [InlineData($"{Rule}:Number", @"CASE-\d+", $@"HelpDeskEmail:{Rule}:Number is 'CASE-\d+'; put the number into a group")]
    [InlineData($"{Rule}:Number", "(", $"HelpDeskEmail:{Rule}:Number is '('; write a regular expression")]
    [InlineData($"{Rule}:Number", @"(?<=CASE-)(\d+)", $@"HelpDeskEmail:{Rule}:Number is '(?<=CASE-)(\d+)'; write a regular expression without look-around")]
    [InlineData($"{Rule}:SearchSubject", "false", $"HelpDeskEmail:{Rule}:SearchSubject and SearchBody are both false")]
    public async Task A_wrong_setting_is_told_with_its_key_and_what_to_write(string key, string value, string message)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options => options.Settings[key] = value));

        Assert.Contains(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_can_not_list_tickets_is_told_that_subjects_can_not_be_compared()
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options =>
        {
            options.Settings["Correlation:MatchSubjectText"] = "true";
            options.Compose = mail => mail.UseTicketStore<LeastTicketStore>();
        }));

        Assert.Contains("HelpDeskEmail:Correlation:MatchSubjectText is true, and the ticket store can't list", refusal.Message, StringComparison.Ordinal);
        await using var without = await StartAsync(options => options.Compose = mail => mail.UseTicketStore<LeastTicketStore>());
    }

    [Fact]
    public async Task Patterns_that_change_while_the_desk_runs_count_for_the_next_mail_and_wrong_ones_are_refused()
    {
        await using var desk = await StartAsync(_ => { });
        var first = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] [REQ-2]", "One."), Token);
        Assert.Contains("number 1 by", first.Trace.Single(line => line.Step == "Correlate").Reason, StringComparison.Ordinal);
        var settings = new Dictionary<string, string?>
        {
            ["Mailboxes:support:Address"] = "support@helpdesk.test",
            ["Outgoing:default:Kind"] = "Memory",
            [$"{Rule}:From"] = "vendor",
            [$"{Rule}:Number"] = @"REQ-(\d+)",
        };

        Assert.Null(desk.ChangeSettings(settings));
        var second = await desk.DeliverAsync(Mails.From("cases@vendor.example", "[CASE-1] [REQ-2]", "Two."), Token);
        Assert.Equal(JournalOutcome.Created, second.Outcome);
        Assert.Contains("number 2 by", second.Trace.Single(line => line.Step == "Correlate").Reason, StringComparison.Ordinal);

        settings[$"{Rule}:Number"] = "(";
        Assert.Contains($"{Rule}:Number", desk.ChangeSettings(settings)!, StringComparison.Ordinal);
        Assert.Equal(second.Ticket, (await desk.DeliverAsync(Mails.From("cases@vendor.example", "[REQ-2]", "Three."), Token)).Ticket);
    }

    private static Task<HelpDeskHarness> StartAsync(Action<HelpDeskHarnessOptions> configure) => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Outgoing:default:Kind"] = "Memory";
            options.Settings[$"{Rule}:From"] = @"@vendor\.example$";
            options.Settings[$"{Rule}:Number"] = @"CASE-(\d+)";
            configure(options);
        },
        Token);

    /// <summary>No more than an integrator must write.</summary>
    private sealed class LeastTicketStore : ITicketStore
    {
        public ValueTask<IReadOnlyList<TicketSnapshot>> FindAsync(TicketLookup lookup, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<TicketSnapshot>>([]);

        public ValueTask<ApplyResult> ApplyAsync(TicketChange change, CancellationToken cancellationToken) => ValueTask.FromResult(ApplyResult.Void);
    }
}
