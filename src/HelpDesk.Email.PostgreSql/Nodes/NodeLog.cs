using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql.Nodes;

internal static partial class NodeLog
{
    [LoggerMessage(EventId = 7121, EventName = "NodeLockLost", Level = LogLevel.Warning, Message = "The connection that guards the name {Node} broke; it is taken again")]
    public static partial void Lost(ILogger logger, string node, Exception exception);

    [LoggerMessage(EventId = 7122, EventName = "NodeLockTaken", Level = LogLevel.Information, Message = "The name {Node} is guarded again")]
    public static partial void TakenAgain(ILogger logger, string node);

    [LoggerMessage(EventId = 7123, EventName = "NodeNameTaken", Level = LogLevel.Error, Message = "Another process has taken the name {Node} meanwhile: give the processes names of their own")]
    public static partial void TakenByAnother(ILogger logger, string node);
}
