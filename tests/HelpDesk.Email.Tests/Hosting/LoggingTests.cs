using System.Collections.Concurrent;
using HelpDesk.Email.InMemory;
using HelpDesk.Email.Templates;
using HelpDesk.Email.Testing.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Tests.Hosting;

/// <summary>What the engine tells goes to the log of the platform, which decides what is kept.</summary>
public sealed class LoggingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [Trait("Feature", "MO-06")]
    [InlineData("HelpDesk.Email", "None", false)]
    [InlineData("HelpDesk.Email.Hosting", "Warning", false)]
    [InlineData("HelpDesk.Email", "Information", true)]
    public async Task Events_are_switched_off_and_on_by_the_level_of_their_category(string category, string level, bool isTold)
    {
        var events = new Events();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Logging:LogLevel:Default"] = "Information",
            [$"Logging:LogLevel:{category}"] = level,
        });
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddProvider(events);
        builder.Services.AddSingleton<ITemplateRenderer, PlainTemplateRenderer>();
        builder.Services.AddHelpDeskEmail(builder.Configuration.GetSection("HelpDeskEmail"), mail => mail.UseInMemoryStores());
        using var host = builder.Build();

        await host.StartAsync(Token);
        await host.StopAsync(Token);

        Assert.Equal(isTold, events.Seen.Contains(("HelpDesk.Email.Hosting.HelpDeskEmailService", 10)));
    }

    private sealed class Events : ILoggerProvider
    {
        public ConcurrentBag<(string Category, int Id)> Seen { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, Seen);

        public void Dispose()
        {
            // Nothing is held.
        }
    }

    private sealed class Category(string name, ConcurrentBag<(string Category, int Id)> seen) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => seen.Add((name, eventId.Id));
    }
}
