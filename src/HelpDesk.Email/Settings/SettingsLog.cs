using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Settings;

internal static partial class SettingsLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "The settings were read again and are in effect.")]
    public static partial void Reloaded(ILogger logger);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "The changed settings are refused, the last good ones stay in effect: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(EventId = 102, Level = LogLevel.Warning, Message = "The settings are in effect, and this is hardly meant: {Advice}")]
    public static partial void Advice(ILogger logger, string advice);
}
