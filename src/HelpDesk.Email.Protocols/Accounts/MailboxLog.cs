using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Accounts;

/// <summary>What mailboxes on servers tell the log.</summary>
internal static partial class MailboxLog
{
    [LoggerMessage(5301, LogLevel.Warning, "Mailbox {Mailbox}: mail {Mail} has {Octets} octets, more than {Limit} (Limits:MaxMailOctets); it is passed over and left where it is")]
    public static partial void TooLong(ILogger logger, string mailbox, string mail, long octets, long limit);

    [LoggerMessage(5302, LogLevel.Warning, "Mailbox {Mailbox}: the server does not give mail {Mail}: {Reason}. It is passed over and left where it is")]
    public static partial void NotGiven(ILogger logger, string mailbox, string mail, string reason);

    [LoggerMessage(5303, LogLevel.Warning, "Mailbox {Mailbox}: the server has numbered its mails anew; they are compared with those that are known")]
    public static partial void Renumbered(ILogger logger, string mailbox);

    [LoggerMessage(5304, LogLevel.Information, "Mailbox {Mailbox}: of {Count} mails that were numbered anew {Known} are known and were not taken again")]
    public static partial void Compared(ILogger logger, string mailbox, int count, int known);

    [LoggerMessage(5305, LogLevel.Warning, "Mailbox {Mailbox}: {Count} mails that are committed can't be marked, moved or deleted: {Reason} It is tried again at the next look")]
    public static partial void NotAcknowledged(ILogger logger, string mailbox, int count, string reason);

    [LoggerMessage(5306, LogLevel.Warning, "Mailbox {Mailbox}: the server can't remove single mails (it does not offer UIDPLUS); mails are marked as deleted and stay until somebody expunges the folder")]
    public static partial void OnlyMarked(ILogger logger, string mailbox);

    [LoggerMessage(5307, LogLevel.Information, "Mailbox {Mailbox}: the folder {Folder} was made")]
    public static partial void FolderMade(ILogger logger, string mailbox, string folder);

    [LoggerMessage(5308, LogLevel.Debug, "Mailbox {Mailbox}: waiting for mail ended early: {Reason}")]
    public static partial void WaitEnded(ILogger logger, string mailbox, string reason);

    [LoggerMessage(5309, LogLevel.Warning, "Mailbox {Mailbox}: the server does not name its mails (UIDL); what is left there is fetched again at every look")]
    public static partial void NoNames(ILogger logger, string mailbox);

    [LoggerMessage(5310, LogLevel.Warning, "Mailbox {Mailbox}: {Count} mails under old numbers were not found again and stay as they are")]
    public static partial void NotFoundAgain(ILogger logger, string mailbox, int count);
}
