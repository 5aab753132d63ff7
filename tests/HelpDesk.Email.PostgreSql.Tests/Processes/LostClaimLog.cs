using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql.Tests.Processes;

/// <summary>Says when the engine logs that a claim was lost.</summary>
internal sealed class LostClaimLog : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == "ClaimLost")
        {
            EngineProgram.Say("claim lost");
        }
    }
}
