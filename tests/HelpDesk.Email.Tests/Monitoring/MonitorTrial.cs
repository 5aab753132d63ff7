using HelpDesk.Email.InMemory;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Monitoring;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HelpDesk.Email.Tests.Monitoring;

/// <summary>The monitor alone, over stores in memory and scripted mailboxes; time passes while a test waits for something.</summary>
internal sealed class MonitorTrial : IAsyncDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource _stop = new();
    private readonly ServiceProvider _services;
    private readonly IConfigurationRoot _configuration;
    private Task _running = Task.CompletedTask;

    public MonitorTrial(params (string Key, string? Value)[] settings)
    {
        _configuration = new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("HelpDeskEmail:Mailboxes:support:Address", "support@helpdesk.test"),
            new("HelpDeskEmail:Mailboxes:support:Kind", "Scripted"),
            .. settings.Select(setting => KeyValuePair.Create($"HelpDeskEmail:{setting.Key}", setting.Value)),
        ]).Build();
        Source = new ScriptedSource(Clock);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IMailboxSourceFactory>(Source)
            .AddSingleton<ITemplateRenderer>(Templates)
            .AddHelpDeskEmail(_configuration.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores())
            .BuildServiceProvider();
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    public ScriptedSource Source { get; }

    public ScriptedTemplates Templates { get; } = new();

    public IMailboxMonitor Monitor => _services.GetRequiredService<IMailboxMonitor>();

    public MailboxStatus Status => Monitor.Mailboxes.Single();

    public IMailStore Store => _services.GetRequiredService<IMailStore>();

    public MonitorTrial Start(string node = "one")
    {
        _running = _services.GetRequiredService<MailboxMonitor>().RunAsync(node, _stop.Token);
        return this;
    }

    /// <summary>Changes settings as a reload of the file would.</summary>
    public void Set(string key, string? value)
    {
        _configuration[$"HelpDeskEmail:{key}"] = value;
        _configuration.Reload();
    }

    /// <summary>Lets time pass, a second at a time, until something is so.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!condition())
        {
            guard.Token.ThrowIfCancellationRequested();
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    /// <summary>Waits until something is so, while no time passes.</summary>
    public static async Task NowAsync(Func<bool> condition)
    {
        using var guard = new CancellationTokenSource(Guard);
        while (!condition())
        {
            guard.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        Assert.Equal(0, Source.Open);
        await _services.DisposeAsync();
        _stop.Dispose();
    }
}
