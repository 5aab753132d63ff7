using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Erasure;

internal static partial class ErasureLog
{
    [LoggerMessage(EventId = 655, EventName = "PersonErased", Level = LogLevel.Information, Message = "A person was erased: {Mails} mails, {Tickets} tickets, {Entries} entries; marks {Marks}")]
    public static partial void Erased(ILogger logger, int mails, int tickets, int entries, string marks);

    [LoggerMessage(EventId = 656, EventName = "ErasureLeftFreeSpace", Level = LogLevel.Warning, Message = "A person was erased, but the files of the store could not be compacted now; erase them again when fewer processes use the store")]
    public static partial void NotCompacted(ILogger logger);
}
