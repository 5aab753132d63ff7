namespace HelpDesk.Email.Protocols.Imap.Source;

/// <summary>Connects, logs in and opens the folder.</summary>
internal interface IInboxDoor
{
    /// <summary>A new connection with the folder open; the caller disposes it.</summary>
    /// <param name="readOnly">Whether the folder is opened to read alone.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Servers.MailProtocolException">It failed; the exception says what and where.</exception>
    ValueTask<IInbox> OpenAsync(bool readOnly, CancellationToken cancellationToken);
}
