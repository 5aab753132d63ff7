namespace HelpDesk.Email.Protocols.Imap.Dialogue;

/// <summary>One call of a user, for as long as it lasts.</summary>
/// <param name="session">The conversation.</param>
/// <param name="guard">Lets the caller's token cut the connection.</param>
internal sealed class ImapTurn(ImapSession session, CancellationTokenRegistration guard) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        guard.Dispose();
        session.Leave();
    }
}
