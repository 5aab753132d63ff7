using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql.Contents;

internal static partial class ContentLog
{
    [LoggerMessage(EventId = 7111, EventName = "StageSwept", Level = LogLevel.Information, Message = "Removed octets (stage {Stage}) that a process had begun to write and never finished")]
    public static partial void Swept(ILogger logger, long stage);

    [LoggerMessage(EventId = 7112, EventName = "StageNotDropped", Level = LogLevel.Warning, Message = "Octets that are not needed (stage {Stage}) could not be removed now; they are later")]
    public static partial void NotDropped(ILogger logger, long stage, Exception exception);
}
