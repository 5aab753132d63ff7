using HelpDesk.Email.Health;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Tests.Health;

[Trait("Feature", "BE-12")]
public sealed class MailboxesHealthCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailboxActivity.Waiting, HealthStatus.Healthy, "All mailboxes are read.")]
    [InlineData(MailboxActivity.HeldElsewhere, HealthStatus.Healthy, "All mailboxes are read.")]
    [InlineData(MailboxActivity.Stopped, HealthStatus.Degraded, "'support' was stopped by hand; start it")]
    [InlineData(MailboxActivity.Failing, HealthStatus.Degraded, "'support' could not be read 2 times in a row: no such host Look at HelpDeskEmail:Mailboxes:support.")]
    [InlineData(MailboxActivity.Suspended, HealthStatus.Unhealthy, "'support' is suspended after 2 errors in a row: no such host Look at")]
    public async Task What_the_monitor_says_becomes_a_status_and_what_to_do(MailboxActivity activity, HealthStatus status, string said)
    {
        await using var desk = await DeskAsync();
        var mailbox = new MailboxStatus("support", activity) { LastSuccess = desk.Clock.GetUtcNow(), Failures = 2, Error = "no such host" };

        var result = await CheckAsync(Check(desk, mailbox));

        Assert.Equal(status, result.Status);
        Assert.Contains(said, result.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_mailbox_that_was_not_read_for_three_intervals_is_unhealthy(bool wasRead)
    {
        await using var desk = await DeskAsync();
        var check = Check(desk, new MailboxStatus("support", MailboxActivity.Looking) { LastSuccess = wasRead ? desk.Clock.GetUtcNow() : null });
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);

        desk.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(check)).Status);

        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        var result = await CheckAsync(check);
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("Mailbox 'support' was not read for 31 minutes, though it is to be read every 00:10:00.", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Feature", "MO-07")]
    public async Task Settings_that_were_refused_are_named_by_their_key()
    {
        await using var desk = await DeskAsync();

        Assert.NotNull(desk.ChangeSettings([new("Mailboxes:support:Address", "nobody")]));

        var result = await CheckAsync(Check(desk));
        Assert.Equal(HealthStatus.Degraded, result.Status);
        Assert.Contains("HelpDeskEmail:Mailboxes:support:Address is 'nobody'", result.Description, StringComparison.Ordinal);
    }

    private static Task<HelpDeskHarness> DeskAsync() => HelpDeskHarness.StartAsync(
        options =>
        {
            options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
            options.Settings["Mailboxes:support:CheckInterval"] = "00:10:00";
        },
        Token);

    private static MailboxesHealthCheck Check(HelpDeskHarness desk, params MailboxStatus[] mailboxes) => new(
        new Told(mailboxes), desk.Services.GetRequiredService<LiveSettings>(), desk.Services.GetRequiredService<SettingsReader>(), desk.Clock);

    private static Task<HealthCheckResult> CheckAsync(MailboxesHealthCheck check) =>
        check.CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Mailboxes }, Token);

    private sealed class Told(IReadOnlyList<MailboxStatus> mailboxes) : IMailboxMonitor
    {
        public IReadOnlyList<MailboxStatus> Mailboxes => mailboxes;

        public void Stop(string? mailbox) => throw new NotSupportedException();

        public void Start(string? mailbox) => throw new NotSupportedException();

        public void LookNow(string? mailbox) => throw new NotSupportedException();

        public ValueTask<CheckReport> CheckAsync(string mailbox, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
