using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

internal static partial class OutboxLog
{
    [LoggerMessage(EventId = 400, Level = LogLevel.Information, Message = "Outbox row {Id}: {Accepted} recipients accepted, {Failed} failed, {Pending} to be tried again.")]
    public static partial void Delivered(ILogger logger, long id, int accepted, int failed, int pending);

    [LoggerMessage(EventId = 401, Level = LogLevel.Warning, Message = "Outbox row {Id}: it is in doubt whether an earlier attempt went out; it is sent again with the same Message-ID.")]
    public static partial void InDoubt(ILogger logger, long id);

    [LoggerMessage(EventId = 402, Level = LogLevel.Error, Message = "Outgoing account {Account}: closed until {Until}: {Reason}")]
    public static partial void ChannelClosed(ILogger logger, string account, DateTimeOffset until, string reason);

    [LoggerMessage(EventId = 403, Level = LogLevel.Warning, Message = "Outbox row {Id}: the transport failed; the mail is tried again.")]
    public static partial void TransportFailed(ILogger logger, Exception exception, long id);

    [LoggerMessage(EventId = 404, Level = LogLevel.Information, Message = "Outbox row {Id}: the claim was lost to another worker; nothing more is done here.")]
    public static partial void ClaimLost(ILogger logger, long id);

    [LoggerMessage(EventId = 405, Level = LogLevel.Error, Message = "The mail store can't be reached; mail to send waits.")]
    public static partial void StoreAway(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 406, Level = LogLevel.Error, Message = "Outbox row {Id}: the process ended {Attempts} times while it sent this mail alone, and its time is over; it has failed, and can be queued again.")]
    public static partial void Poison(ILogger logger, long id, int attempts);

    [LoggerMessage(EventId = 407, Level = LogLevel.Warning, Message = "Outbox row {Id}: it is in doubt whether it went out; it waits for somebody who queues it again or throws it away.")]
    public static partial void HeldInDoubt(ILogger logger, long id);

    [LoggerMessage(EventId = 408, Level = LogLevel.Information, Message = "Outbox row {Id}: not sent, because its recipients get no mail for a time.")]
    public static partial void Suppressed(ILogger logger, long id);
}
