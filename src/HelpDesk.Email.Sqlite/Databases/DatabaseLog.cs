using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Sqlite.Databases;

internal static partial class DatabaseLog
{
    [LoggerMessage(EventId = 7001, EventName = "DatabaseMigrated", Level = LogLevel.Information, Message = "The schema of {Path} went from version {From} to {To}")]
    public static partial void Migrated(ILogger logger, string path, int from, int to);
}
