using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Tests;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLogger<T> : ILogger<T>
{
    public ConcurrentQueue<(LogLevel Level, EventId Id, string Text)> Entries { get; init; } = new();

    /// <summary>The same for another category.</summary>
    public RecordingLogger<TOther> As<TOther>() => new() { Entries = Entries };

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Entries.Enqueue((logLevel, eventId, formatter(state, exception)));
}
