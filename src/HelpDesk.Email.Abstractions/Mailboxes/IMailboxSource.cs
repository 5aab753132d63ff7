using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Mailboxes;

/// <summary>One connection to one mailbox that is polled.</summary>
/// <remarks>
/// Used by one caller at a time. Connects at first use. Never changes a message before it is acknowledged. Throws
/// <see cref="MailboxException"/> when the mailbox can't be reached; the source is disposed then and another one made.
/// </remarks>
public interface IMailboxSource : IAsyncDisposable
{
    /// <summary>How far the last look came once it was read to its end, also over mails that it passed over.</summary>
    /// <value>The default is <see langword="null"/>: the cursors of the mails say it all.</value>
    MailboxCursor? Reached => null;

    /// <summary>The mails after the cursor, the oldest first.</summary>
    /// <param name="cursor">How far earlier looks came; <see langword="null"/> at the first one.</param>
    /// <param name="limits">How much it may bring.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    IAsyncEnumerable<ReceivedMail> ReceiveAsync(MailboxCursor? cursor, ReceiveLimits limits, CancellationToken cancellationToken);

    /// <summary>The cursor behind everything that lies there now, for a mailbox whose history stays where it is.</summary>
    /// <exception cref="NotSupportedException">The place has no such cursor; its factory refuses <see cref="InitialImport.Now"/>.</exception>
    ValueTask<MailboxCursor> SkipAsync(CancellationToken cancellationToken);

    /// <summary>Marks, moves or deletes mails whose rows are committed. One that is gone counts as done.</summary>
    /// <returns>Those that are done; the others are tried again at the next look.</returns>
    ValueTask<IReadOnlyList<Acknowledgement>> AcknowledgeAsync(IReadOnlyList<Acknowledgement> mails, AfterProcessing action, CancellationToken cancellationToken);

    /// <summary>Waits until there may be mail, at most for a time. Where the place can't tell, it lets the time pass.</summary>
    /// <returns>Whether the place said that there is mail.</returns>
    ValueTask<bool> WaitForMailAsync(TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>Tries the connection; changes and fetches nothing, and throws nothing that a report can say.</summary>
    ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken);
}
