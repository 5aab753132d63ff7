using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Drop;

/// <summary>What a drop folder tells the log. The names of files stand at Debug alone: mail programs name them after subjects.</summary>
internal static partial class DropFolderLog
{
    [LoggerMessage(5101, LogLevel.Warning, "Mailbox {Mailbox}: a file of {Octets} octets, last written {LastWrite:u}, is longer than {Limit} octets (Limits:MaxMailOctets) and is left in the folder")]
    public static partial void TooLong(ILogger logger, string mailbox, long octets, DateTime lastWrite, long limit);

    [LoggerMessage(5102, LogLevel.Warning, "Mailbox {Mailbox}: a file of {Octets} octets, last written {LastWrite:u}, can't be read and is tried again at each look")]
    public static partial void Unreadable(ILogger logger, Exception exception, string mailbox, long octets, DateTime lastWrite);

    [LoggerMessage(5103, LogLevel.Debug, "Mailbox {Mailbox}: the file that the next warning means is {File}")]
    public static partial void FileIs(ILogger logger, string mailbox, string file);

    [LoggerMessage(5104, LogLevel.Warning, "Mailbox {Mailbox}: {Count} files whose mail is committed can't be moved or deleted; it is tried again at the next look")]
    public static partial void NotAcknowledged(ILogger logger, Exception exception, string mailbox, int count);

    [LoggerMessage(5105, LogLevel.Information, "Mailbox {Mailbox}: a file has other octets than the mail that was committed under its name and is left where it is")]
    public static partial void Replaced(ILogger logger, string mailbox);
}
