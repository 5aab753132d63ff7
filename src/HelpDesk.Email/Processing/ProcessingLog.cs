using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Processing;

internal static partial class ProcessingLog
{
    [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "Journal row {Id}: {Outcome}, ticket {Ticket}, {Mails} mails to send.")]
    public static partial void Finished(ILogger logger, long id, JournalOutcome outcome, string? ticket, int mails);

    [LoggerMessage(EventId = 301, Level = LogLevel.Warning, Message = "Journal row {Id}: attempt {Attempt} failed in {State}; it is tried again.")]
    public static partial void Failed(ILogger logger, Exception exception, long id, int attempt, JournalState state);

    [LoggerMessage(EventId = 302, Level = LogLevel.Error, Message = "Journal row {Id}: quarantined after {Attempts} attempts: {Reason}. Its octets are kept; it can be replayed.")]
    public static partial void Quarantined(ILogger logger, long id, int attempts, string reason);

    [LoggerMessage(EventId = 303, Level = LogLevel.Warning, Message = "Journal row {Id}: a store or a network is away; the row waits and nothing counts against it.")]
    public static partial void Unavailable(ILogger logger, Exception exception, long id);

    [LoggerMessage(EventId = 304, Level = LogLevel.Information, Message = "Journal row {Id}: the claim was lost to another worker; nothing more is done here.")]
    public static partial void ClaimLost(ILogger logger, long id);

    [LoggerMessage(EventId = 305, Level = LogLevel.Debug, Message = "Journal row {Id}: {State}, {Signal}: {Step}.")]
    public static partial void Step(ILogger logger, long id, JournalState state, FlowSignal signal, FlowStep step);

    [LoggerMessage(EventId = 306, Level = LogLevel.Error, Message = "The mail store can't be reached; trying again.")]
    public static partial void StoreAway(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 307, Level = LogLevel.Warning, Message = "Journal row {Id}: an earlier attempt ended with its process; the row is worked alone.")]
    public static partial void Alone(ILogger logger, long id);

    [LoggerMessage(EventId = 308, Level = LogLevel.Error, Message = "Journal row {Id}: it could not be worked nor given up; it rests for a minute.")]
    public static partial void Fell(ILogger logger, Exception exception, long id);

    [LoggerMessage(EventId = 309, Level = LogLevel.Warning, Message = "Journal row {Id}: a loop is suspected. Its sender had as many automatic answers as AutomaticAnswers allows; the next one, outbox row {OutboxId}, is kept and not sent.")]
    public static partial void LoopSuspected(ILogger logger, long id, long outboxId);

    [LoggerMessage(EventId = 310, Level = LogLevel.Warning, Message = "Journal row {Id}: a loop is suspected. Mail that this help desk sent came back to mailbox {Mailbox}; it is recorded and not answered.")]
    public static partial void OwnMailCameBack(ILogger logger, long id, string mailbox);

    [LoggerMessage(EventId = 311, Level = LogLevel.Critical, Message = "Journal row {Id}: {InHand} did not end within {AtMost} (Processing:MaxTimePerAttempt), nor when it was told to stop. The attempt has failed; a thread of this process is lost, {Lost} by now. Restart the process.")]
    public static partial void Lost(ILogger logger, long id, string inHand, TimeSpan atMost, int lost);

    [LoggerMessage(EventId = 312, Level = LogLevel.Warning, Message = "Journal row {Id}: what was given up ended after all; what it gave counts no more.")]
    public static partial void CameBack(ILogger logger, long id);

    [LoggerMessage(EventId = 313, Level = LogLevel.Critical, Message = "{Lost} steps did not end and {Slow} take long: none of the {Places} places of this process (Processing:Concurrency) is left, and it claims no more mail. Restart the process.")]
    public static partial void NoPlaceLeft(ILogger logger, int lost, int slow, int places);

    [LoggerMessage(EventId = 314, Level = LogLevel.Error, Message = "Journal row {Id}: there was no memory left. It is claimed alone once its lease ended; only then an attempt counts.")]
    public static partial void OutOfMemory(ILogger logger, Exception exception, long id);
}
