using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace HelpDesk.Email.Health;

/// <summary>The health checks of the engine, to be added to those of a host.</summary>
/// <remarks>
/// A host that has called <c>AddHelpDeskEmail</c> writes:
/// <code>
/// var checks = builder.Services.AddHealthChecks();
/// foreach (var check in HelpDeskEmailHealthChecks.All) checks.Add(check);
/// </code>
/// Their descriptions say what is wrong and what to do, name mailboxes, accounts and settings, and hold no subject and no
/// address of a correspondent. They may quote what a server answered: show them to administrators, not to the world.
/// </remarks>
public static class HelpDeskEmailHealthChecks
{
    /// <summary>The tag that all of them have.</summary>
    public const string Tag = "helpdesk-email";

    /// <summary>Whether the mailboxes are read: degraded while one fails, was stopped by hand, or changed settings were refused; unhealthy when one is suspended or was not read for long.</summary>
    public static HealthCheckRegistration Mailboxes { get; } = Of<MailboxesHealthCheck>("helpdesk-email-mailboxes");

    /// <summary>Whether received mail is processed: degraded when the oldest unfinished row is older than 5 minutes, unhealthy above 30.</summary>
    public static HealthCheckRegistration Journal { get; } = Of<JournalHealthCheck>("helpdesk-email-journal");

    /// <summary>Whether mail goes out: degraded while an account is closed or a mail is due for more than 5 minutes, unhealthy above 30.</summary>
    public static HealthCheckRegistration Outbox { get; } = Of<OutboxHealthCheck>("helpdesk-email-outbox");

    /// <summary>Whether the templates of administrators are used: degraded while one is refused and its last good version serves.</summary>
    public static HealthCheckRegistration Templates { get; } = Of<TemplatesHealthCheck>("helpdesk-email-templates");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HealthCheckRegistration> All { get; } = [Mailboxes, Journal, Outbox, Templates];

    private static HealthCheckRegistration Of<TCheck>(string name)
        where TCheck : IHealthCheck =>
        new(name, services => services.GetRequiredService<TCheck>(), failureStatus: null, tags: [Tag]);
}
