using HelpDesk.Email.Configuration;
using HelpDesk.Email.Health;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Tests.Settings;

[Trait("Feature", "MO-07")]
public sealed class WrongSettingsTests
{
    private const int RefusedEvent = 101;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> All =>
    [
        .. WrongSettings.Unreadable().Concat(WrongSettings.NoWord()).Select(wrong => (wrong.Key, wrong.Value, $"HelpDeskEmail:{wrong.Key}")),
        .. WrongSettings.Meaningless().Select(wrong => (wrong.Key, wrong.Value, $"HelpDeskEmail:{wrong.Told ?? wrong.Key}")),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_wrong_setting_is_refused_by_its_key(string key, string value, string told)
    {
        await using var provider = Provider(Right(key, value), new RefusalLog());

        var refusal = Assert.ThrowsAny<Exception>(() => provider.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>().CurrentValue);

        Assert.True(refusal is OptionsValidationException or InvalidOperationException, refusal.ToString());
        Assert.Contains(told, refusal.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_wrong_setting_that_comes_later_leaves_the_last_good_ones_and_is_told_once(string key, string value, string told)
    {
        var (source, log) = (Right(), new RefusalLog());
        await using var provider = Provider(source, log);
        var options = provider.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>();
        var good = options.CurrentValue;

        Set(source, Around(key));
        source.Change($"HelpDeskEmail:{key}", value);

        Assert.Same(good, options.CurrentValue);
        var line = Assert.Single(log.Lines);
        Assert.Contains(told, line, StringComparison.OrdinalIgnoreCase);
        var health = await HealthAsync(provider);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains(told, health.Description, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Settings_that_are_right_again_take_effect_and_are_told_no_more()
    {
        var (source, log) = (Right(), new RefusalLog());
        await using var provider = Provider(source, log);
        var options = provider.GetRequiredService<IOptionsMonitor<HelpDeskEmailOptions>>();
        Assert.True(options.CurrentValue.Subscribers.FromNewMail);

        source.Change("HelpDeskEmail:Subscribers:MaxPerTicket", "-1");
        source["HelpDeskEmail:Subscribers:FromNewMail"] = "false";
        source.Change("HelpDeskEmail:Subscribers:MaxPerTicket", "5");

        Assert.False(options.CurrentValue.Subscribers.FromNewMail);
        Assert.Single(log.Lines);
        var health = await HealthAsync(provider);
        Assert.Equal(HealthStatus.Healthy, health.Status);
    }

    private static Task<HealthCheckResult> HealthAsync(ServiceProvider provider) =>
        provider.GetRequiredService<MailboxesHealthCheck>().CheckHealthAsync(new HealthCheckContext { Registration = HelpDeskEmailHealthChecks.Mailboxes }, Token);

    private static ServiceProvider Provider(ReloadableSettings source, RefusalLog log)
    {
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.AddProvider(log));
        services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        services.AddHelpDeskEmail(new ConfigurationBuilder().Add(source).Build().GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        return services.BuildServiceProvider();
    }

    private static ReloadableSettings Right() => new() { ["HelpDeskEmail:Mailboxes:support:Address"] = "support@helpdesk.test" };

    private static ReloadableSettings Right(string key, string value)
    {
        var settings = Right();
        Set(settings, Around(key));
        settings[$"HelpDeskEmail:{key}"] = value;
        return settings;
    }

    private static void Set(ReloadableSettings settings, IEnumerable<(string Key, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            settings[key] = value;
        }
    }

    // What is only looked at where something else is set.
    private static IEnumerable<(string Key, string Value)> Around(string key) => key switch
    {
        "Monitor:ErrorMail:Address" or "Monitor:ErrorMail:Account" => [("HelpDeskEmail:Monitor:ErrorMail:Level", "Error")],
        "Rules:x:HeaderMatches" => [("HelpDeskEmail:Rules:x:Header", "X-Test")],
        _ => [],
    };

    /// <summary>The lines that say that settings were refused.</summary>
    private sealed class RefusalLog : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == RefusedEvent)
            {
                Lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
