using System.Globalization;
using System.Net;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Testing.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Tests.Loops;

/// <summary>A whole help desk with a listener of its own, that sends by SMTP to a post office.</summary>
internal sealed class LoopDesk : IAsyncDisposable
{
    private LoopDesk(HelpDeskHarness harness, AlarmLog alarms)
    {
        Harness = harness;
        Alarms = alarms;
    }

    public HelpDeskHarness Harness { get; }

    public AlarmLog Alarms { get; }

    private IMailListener Listener => Harness.Services.GetServices<IMailListener>().Single();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<LoopDesk> StartAsync(string address, PostOffice office)
    {
        var alarms = new AlarmLog();
        var harness = await HelpDeskHarness.StartAsync(
            options =>
            {
                options.Settings["Mailboxes:support:Address"] = address;
                options.Settings["SmtpListener:Port"] = "0";
                options.Settings["SmtpListener:IdleTimeout"] = "01:00:00";
                options.Settings["Outgoing:default:Kind"] = "Smtp";
                options.Settings["Outgoing:default:Host"] = "127.0.0.1";
                options.Settings["Outgoing:default:Port"] = office.Port.ToString(CultureInfo.InvariantCulture);
                options.Settings["Outgoing:default:Encryption"] = "None";
                options.Compose = mail =>
                {
                    mail.UseSmtpListener().UseSmtp();
                    mail.Services.AddSingleton<ILoggerProvider>(alarms);
                };
            },
            Token);
        var desk = new LoopDesk(harness, alarms);
        await desk.Listener.StartAsync(harness.Services.GetRequiredService<IMailIntake>(), Token);
        office.Deliver(address, ((IPEndPoint)desk.Listener.EndPoint!).Port);
        return desk;
    }

    /// <summary>Lets some time pass: what came in is worked, and what is due goes out.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        await Harness.SettleAsync(Token);
        await Harness.AdvanceAsync(time, Token);
    }

    public async ValueTask DisposeAsync()
    {
        using (var guard = new CancellationTokenSource(TimeSpan.FromSeconds(10)))
        {
            await Listener.StopAsync(guard.Token);
        }

        await Harness.DisposeAsync();
    }

    /// <summary>Counts the warnings that a loop is suspected.</summary>
    internal sealed class AlarmLog : ILoggerProvider
    {
        private int _count;

        public int Count => _count;

        public ILogger CreateLogger(string categoryName) => new Writer(this);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Writer(AlarmLog log) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            {
                if (formatter(state, exception).Contains("a loop is suspected", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref log._count);
                }
            }
        }
    }
}
