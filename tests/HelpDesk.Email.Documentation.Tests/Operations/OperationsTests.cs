using HelpDesk.Email.Quarantine;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Testing.Harness;
using HelpDesk.Email.Tickets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Documentation.Tests.Operations;

/// <summary>The examples of docs/guides/operations.md.</summary>
public sealed class OperationsTests : IDisposable
{
    private static readonly HarnessMail Mail = HarnessMail.Of("From: ann@example.test\nTo: support@helpdesk.test\nSubject: Help\n\nPlease.\n");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("operations-");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_mail_in_quarantine_is_seen_shown_and_replayed()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(desk)).Status);
        var subject = new string('x', 401);
        var delivery = await desk.DeliverAsync(HarnessMail.Of($"From: ann@example.test\nTo: support@helpdesk.test\nSubject: {subject}\n\nPlease.\n"), Token);
        Assert.Equal(JournalOutcome.Quarantined, delivery.Outcome);

        await using var output = new StringWriter();
        var quarantine = new QuarantinePage(new MailQuarantine(desk.Store, desk.Clock), output);
        await quarantine.ShowAsync(Token);
        Assert.Contains("Screen: the subject has 401 characters", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(desk)).Status);
        Assert.True(await quarantine.ReplayAsync(delivery.Row.Id, Token));
    }

    [Fact]
    public async Task Mail_that_does_not_move_is_told_by_the_health_check()
    {
        await using var desk = await HelpDeskHarness.StartAsync(_ => { }, Token);
        desk.Transport.Answer = mail => Outbound.DeliveryResult.Closed("quota", TimeSpan.FromSeconds(1));
        await desk.DeliverAsync(Mail, Token);
        desk.Clock.Advance(TimeSpan.FromHours(1));

        var health = await CheckAsync(desk);

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Contains("1 mails wait to be sent", health.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_that_was_made_while_the_help_desk_ran_has_its_tickets()
    {
        var database = Path.Combine(_folder.FullName, "helpdesk.db");
        var copy = Path.Combine(_folder.FullName, "copy.db");
        await using (var desk = await StartAsync(database))
        {
            await desk.DeliverAsync(Mail, Token);
            Backup.Make(database, copy);
        }

        await using var restored = await StartAsync(copy);
        Assert.Equal(["Help"], await restored.Services.GetRequiredService<ITicketQueries>().ListAsync(10, Token).Select(ticket => ticket.Subject).ToListAsync(Token));
    }

    private static Task<HelpDeskHarness> StartAsync(string database) =>
        HelpDeskHarness.StartAsync(options => options.Compose = mail => mail.UseSqlite($"Data Source={database}"), Token);

    private static Task<HealthCheckResult> CheckAsync(HelpDeskHarness desk) =>
        new MailHealthCheck(desk.Store, desk.Clock).CheckHealthAsync(new HealthCheckContext(), Token);
}
