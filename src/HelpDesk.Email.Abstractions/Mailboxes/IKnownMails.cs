using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Mailboxes;

/// <summary>What of a mailbox is committed.</summary>
/// <remarks>
/// For a source whose server has numbered its mails anew, so that their receipts are new and tell nothing: what is known need
/// not be fetched, and must not come twice. Safe on any thread.
/// </remarks>
public interface IKnownMails
{
    /// <summary>The committed mails that have the Message-ID of each mail.</summary>
    /// <param name="headers">The header of each mail, or as much of it as holds the field Message-ID.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One list a header, in their order; an empty one where nothing is known or the header has no Message-ID.</returns>
    /// <exception cref="StoreUnavailableException">Nobody knows just now.</exception>
    ValueTask<IReadOnlyList<IReadOnlyList<KnownMail>>> FindAsync(IReadOnlyList<ReadOnlyMemory<byte>> headers, CancellationToken cancellationToken);

    /// <summary>Whether a mail with exactly these octets is committed, with a Message-ID or without.</summary>
    /// <exception cref="StoreUnavailableException">Nobody knows just now.</exception>
    ValueTask<bool> ContainsAsync(MailContent content, CancellationToken cancellationToken);
}
