using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Handlebars.Library;

internal static partial class TemplateLog
{
    [LoggerMessage(EventId = 750, Level = LogLevel.Information, Message = "The template {Path} is in effect.")]
    public static partial void InEffect(ILogger logger, string path);

    [LoggerMessage(EventId = 751, Level = LogLevel.Error, Message = "A template is refused; what stood there before serves, or else the built-in one. {Reason}")]
    public static partial void Refused(ILogger logger, string reason);

    [LoggerMessage(EventId = 752, Level = LogLevel.Information, Message = "The template {Path} is gone; the one behind it serves.")]
    public static partial void Gone(ILogger logger, string path);

    [LoggerMessage(EventId = 753, Level = LogLevel.Warning, Message = "{Path} is no template's place: templates stand in the folder itself, in departments/NAME or in brands/NAME.")]
    public static partial void Misplaced(ILogger logger, string path);
}
