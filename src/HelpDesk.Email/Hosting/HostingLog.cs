using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Hosting;

internal static partial class HostingLog
{
    [LoggerMessage(EventId = 10, Level = LogLevel.Information, Message = "HelpDesk.Email runs as node {Node} with {Mailboxes} mailboxes.")]
    public static partial void Started(ILogger logger, string node, int mailboxes);

    [LoggerMessage(EventId = 11, Level = LogLevel.Information, Message = "HelpDesk.Email stopped.")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(EventId = 12, Level = LogLevel.Critical, Message = "A worker of HelpDesk.Email ended by an error that it should have survived; it is started again.")]
    public static partial void WorkerFell(ILogger logger, Exception exception);
}
