using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.ErrorMail;

internal static partial class ErrorMailLog
{
    [LoggerMessage(EventId = 700, Level = LogLevel.Information, Message = "Error mail: {Count} troubles were mailed.")]
    public static partial void Sent(ILogger logger, int count);

    [LoggerMessage(EventId = 701, Level = LogLevel.Error, Message = "Error mail: {Count} troubles can't be mailed by account {Account}; it is tried again at {RetryAt:u}. {Reason}")]
    public static partial void NotSent(ILogger logger, int count, string account, DateTimeOffset retryAt, string reason);
}
