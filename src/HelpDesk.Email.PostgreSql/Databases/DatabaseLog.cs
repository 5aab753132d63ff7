using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.PostgreSql.Databases;

internal static partial class DatabaseLog
{
    [LoggerMessage(EventId = 7101, EventName = "SchemaMigrated", Level = LogLevel.Information, Message = "The schema {Schema} went from version {From} to {To}")]
    public static partial void Migrated(ILogger logger, string schema, int from, int to);
}
