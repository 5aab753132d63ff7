using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Settings;

internal static partial class SettingsLog
{
    [LoggerMessage(EventId = 100, Level = LogLevel.Information, Message = "The settings were read again and are in effect.")]
    public static partial void Reloaded(ILogger logger);

    [LoggerMessage(EventId = 101, Level = LogLevel.Error, Message = "The changed settings are refused, the last good ones stay in effect: {Reason}")]
    public static partial void Refused(ILogger logger, string reason);
}
