using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Intake;

internal static partial class IntakeLog
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Information, Message = "Journal row {Id}: received for mailbox {Mailbox}, {Size} octets, {Status}.")]
    public static partial void Received(ILogger logger, long id, string mailbox, long size, Storage.AppendStatus status);
}
