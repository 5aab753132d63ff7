using HelpDesk.Email.Health;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Screening;

public sealed class FilterSettingsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Filters:Senders:spam:Text", "", "HelpDeskEmail:Filters:Senders:spam:Text is empty; write")]
    [InlineData("Filters:Senders:spam:Text", " , ", "HelpDeskEmail:Filters:Senders:spam:Text is empty; write")]
    [InlineData("Filters:Senders:spam:Text", "spam.test, x", "HelpDeskEmail:Filters:Senders:spam:Text has 'x'; write at least 2 characters")]
    [InlineData("Filters:Senders:spam:Text", "@x", "HelpDeskEmail:Filters:Senders:spam:Text has '@x'; write at least 2 characters")]
    [InlineData("Filters:Subjects:news:Text", "n", "HelpDeskEmail:Filters:Subjects:news:Text has 'n'; write at least 2 characters")]
    [InlineData("Filters:DuplicateWindow", "00:00:01", "HelpDeskEmail:Filters:DuplicateWindow is 00:00:01; write a value from")]
    [InlineData("Identity:WebForms:0", "form", "HelpDeskEmail:Identity:WebForms:0 is 'form'; write the address")]
    [InlineData("Identity:TrustedRelays:0", "a@b.test", "HelpDeskEmail:Identity:TrustedRelays:0 is 'a@b.test'; write the name of a host")]
    [InlineData("Identity:AuthenticationServer", "mx.desk.test; dmarc=pass", "HelpDeskEmail:Identity:AuthenticationServer is 'mx.desk.test; dmarc=pass'; write the one word")]
    public async Task What_is_wrong_is_told_with_its_key_and_the_fix(string key, string value, string told)
    {
        var refusal = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync((key, value)));

        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Filters:AcceptFrom", "Friends")]
    [InlineData("Filters:Senders:spam:Direction", "Upwards")]
    public async Task A_word_that_means_nothing_is_refused(string key, string value)
    {
        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync((key, value)));

        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "MO-07")]
    public async Task A_changed_filter_holds_for_the_next_mail_and_a_wrong_one_leaves_the_last_good_ones_and_says_so()
    {
        await using var desk = await StartAsync(("Mailboxes:support:Address", "support@helpdesk.test"));
        Assert.Equal(JournalOutcome.Created, await DeliverAsync(desk));

        Assert.Null(desk.ChangeSettings([new("Mailboxes:support:Address", "support@helpdesk.test"), new("Filters:Subjects:news:Text", "newsletter")]));
        Assert.Equal(JournalOutcome.Ignored, await DeliverAsync(desk));

        var refused = desk.ChangeSettings([new("Mailboxes:support:Address", "support@helpdesk.test"), new("Filters:Subjects:news:Text", "n")]);
        Assert.Contains("HelpDeskEmail:Filters:Subjects:news:Text has 'n'", refused, StringComparison.Ordinal);
        Assert.Equal(JournalOutcome.Ignored, await DeliverAsync(desk));
        var check = desk.Services.GetRequiredService<MailboxesHealthCheck>();
        var registration = new HealthCheckRegistration("mailboxes", check, HealthStatus.Unhealthy, null);
        var health = await check.CheckHealthAsync(new HealthCheckContext { Registration = registration }, Token);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("HelpDeskEmail:Filters:Subjects:news:Text has 'n'", health.Description, StringComparison.Ordinal);

        Assert.Null(desk.ChangeSettings([new("Mailboxes:support:Address", "support@helpdesk.test")]));
        Assert.Equal(JournalOutcome.Created, await DeliverAsync(desk));
    }

    private static async Task<JournalOutcome> DeliverAsync(HelpDeskHarness desk) =>
        (await desk.DeliverAsync(Mails.From("ann@example.test", "Our newsletter", "Read it."), Token)).Outcome;

    private static Task<HelpDeskHarness> StartAsync(params (string Key, string Value)[] settings) => HelpDeskHarness.StartAsync(
        options =>
        {
            foreach (var (key, value) in settings)
            {
                options.Settings[key] = value;
            }
        },
        Token);
}
