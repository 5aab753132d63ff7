using System.Collections.Concurrent;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Tests.Hosting;

/// <summary>What a log may hold: no word of a mail at any level, and no address or subject above Debug.</summary>
public sealed class LoggedSecretsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Mailboxes:support:Department", "Support")]
    [InlineData("Filters:AcceptFrom", "Technicians")]
    [InlineData("Limits:MaxSubjectLength", "5")]
    [InlineData("Mailboxes:support:NewTicketsFrom", "Registered")]
    public async Task CVE_2025_26842_no_log_holds_what_people_write(string key, string value)
    {
        var log = new Recorder();
        await using var desk = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = "support@helpdesk.test";
                options.Settings["Mailboxes:support:Password"] = "pass-qzx";
                options.Settings[key] = value;
                options.Compose = mail => mail.Services.AddSingleton<ILoggerFactory>(log);
            },
            Token);

        var mail = await desk.DeliverAsync(Mails.From("ann@example.test", "subject-qzx", "body-qzx"), Token);
        await desk.DeliverAsync(Mails.From("ann@example.test", $"Re: [#{mail.Ticket}] subject-qzx", "body-qzx too"), Token);
        await desk.AdvanceAsync(TimeSpan.FromHours(1), Token);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("body-qzx", StringComparison.Ordinal) || line.Text.Contains("pass-qzx", StringComparison.Ordinal));
        Assert.DoesNotContain(log.Lines, line => line.Level > LogLevel.Debug && (line.Text.Contains("ann@example.test", StringComparison.Ordinal) || line.Text.Contains("subject-qzx", StringComparison.Ordinal)));
    }

    private sealed class Recorder : ILoggerFactory, ILogger
    {
        public ConcurrentBag<(LogLevel Level, string Text)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
            // Everything is kept here.
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add((logLevel, $"{formatter(state, exception)} {exception}"));

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
