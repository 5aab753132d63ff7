using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Retention;

internal static partial class RetentionLog
{
    [LoggerMessage(EventId = 650, Level = LogLevel.Information, Message = "Retention: the octets of {Count} mails were purged, {Octets} octets; the rows of the journal stay.")]
    public static partial void Purged(ILogger logger, int count, long octets);

    [LoggerMessage(EventId = 651, Level = LogLevel.Information, Message = "Retention: {Count} failed outgoing mails were deleted.")]
    public static partial void FailedMailDeleted(ILogger logger, int count);

    [LoggerMessage(EventId = 653, Level = LogLevel.Information, Message = "Retention: the octets of {Count} outgoing mails that were sent were purged; the rows of the outbox stay.")]
    public static partial void SentMailPurged(ILogger logger, int count);

    [LoggerMessage(EventId = 652, Level = LogLevel.Warning, Message = "Retention: the mail store can't be reached; nothing was let go, it is tried again at {RetryAt}.")]
    public static partial void StoreAway(ILogger logger, Exception exception, DateTimeOffset retryAt);
}
