using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

internal static partial class MonitoringLog
{
    [LoggerMessage(EventId = 600, Level = LogLevel.Error, Message = "Mailbox {Mailbox}: can't be read ({Failures} times in a row); it is tried again at {RetryAt}.")]
    public static partial void Failed(ILogger logger, Exception exception, string mailbox, int failures, DateTimeOffset retryAt);

    [LoggerMessage(EventId = 601, Level = LogLevel.Information, Message = "Mailbox {Mailbox}: {Count} mails received.")]
    public static partial void Received(ILogger logger, string mailbox, int count);

    [LoggerMessage(EventId = 602, Level = LogLevel.Debug, Message = "Mailbox {Mailbox}: another process reads it.")]
    public static partial void HeldElsewhere(ILogger logger, string mailbox);
}
