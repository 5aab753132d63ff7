using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Scheduling;

internal static partial class SchedulingLog
{
    [LoggerMessage(EventId = 800, Level = LogLevel.Error, Message = "Scheduled work failed: {Work}. It is tried again within minutes.")]
    public static partial void Failed(ILogger logger, Exception exception, string work);

    [LoggerMessage(EventId = 801, Level = LogLevel.Error, Message = "A store can't be reached; scheduled work waits.")]
    public static partial void StoreAway(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 802, Level = LogLevel.Warning, Message = "Another process took over the scheduled work; this one lets it go.")]
    public static partial void LeaseLost(ILogger logger);
}
