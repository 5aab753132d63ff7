using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.CrashCampaign.Workers;

/// <summary>Writes warnings and errors to the standard error of the worker.</summary>
internal sealed class ErrorOutput : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss.fff} {Environment.ProcessId} {logLevel} [{eventId.Id}] {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
