using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Monitoring;

internal static partial class MonitoringLog
{
    [LoggerMessage(EventId = 600, Level = LogLevel.Error, Message = "Mailbox {Mailbox}: can't be read ({Failures} times in a row); it is tried again at {RetryAt:u}. {Reason}")]
    public static partial void Failed(ILogger logger, Exception? exception, string mailbox, int failures, DateTimeOffset retryAt, string reason);

    [LoggerMessage(EventId = 601, Level = LogLevel.Information, Message = "Mailbox {Mailbox}: {Count} mails received.")]
    public static partial void Received(ILogger logger, string mailbox, int count);

    [LoggerMessage(EventId = 603, Level = LogLevel.Warning, Message = "Mailbox {Mailbox}: another process took it over; this one lets it go.")]
    public static partial void LeaseLost(ILogger logger, string mailbox);

    [LoggerMessage(EventId = 604, Level = LogLevel.Information, Message = "Mailbox {Mailbox}: it can be read again, after {Failures} errors.")]
    public static partial void Recovered(ILogger logger, string mailbox, int failures);

    [LoggerMessage(EventId = 605, Level = LogLevel.Error, Message = "Mailbox {Mailbox}: suspended after {Failures} errors in a row; it is tried again by itself at {RetryAt:u}, and then at most every half hour.")]
    public static partial void Suspended(ILogger logger, string mailbox, int failures, DateTimeOffset retryAt);

    [LoggerMessage(EventId = 606, Level = LogLevel.Information, Message = "Mailbox {Mailbox}: what lies there at the first look stays where it is.")]
    public static partial void HistorySkipped(ILogger logger, string mailbox);

    [LoggerMessage(EventId = 607, Level = LogLevel.Error, Message = "Mailbox {Mailbox}: the monitor itself failed; it looks again after the check interval.")]
    public static partial void TurnBroken(ILogger logger, Exception exception, string mailbox);

    [LoggerMessage(EventId = 608, Level = LogLevel.Warning, Message = "Mailbox {Mailbox}: its failure can't be written down now; it is at the next one. {Reason}")]
    public static partial void NoticeNotWritten(ILogger logger, string mailbox, string reason);

    [LoggerMessage(EventId = 609, Level = LogLevel.Warning, Message = "Mailbox {Mailbox}: the template {Template} (HelpDeskEmail:Monitor:TicketTemplate) can't be used; the ticket has the built-in words. {Reason}")]
    public static partial void TemplateNotUsed(ILogger logger, string mailbox, string template, string reason);
}
