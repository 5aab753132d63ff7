using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Events;

internal static partial class EventsLog
{
    [LoggerMessage(EventId = 500, Level = LogLevel.Warning, Message = "Event {Id} of ticket {Ticket}: a handler failed for the {Attempt}. time; it is told again at {RetryAt}.")]
    public static partial void Failed(ILogger logger, Exception exception, Guid id, string ticket, int attempt, DateTimeOffset retryAt);

    [LoggerMessage(EventId = 501, Level = LogLevel.Error, Message = "The mail store can't be reached; events wait.")]
    public static partial void StoreAway(ILogger logger, Exception exception);
}
