namespace HelpDesk.Email.Protocols.Pop3.Source;

/// <summary>Connects and logs in.</summary>
internal interface IMaildropDoor
{
    /// <summary>A new session; the caller disposes it.</summary>
    /// <exception cref="Servers.MailProtocolException">It failed; the exception says what and where.</exception>
    ValueTask<IMaildrop> OpenAsync(CancellationToken cancellationToken);
}
