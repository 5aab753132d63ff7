namespace HelpDesk.Email.Protocols.Clients;

/// <summary>One call of a user, for as long as it lasts.</summary>
/// <param name="connection">The connection.</param>
/// <param name="guard">Lets the caller's token cut it.</param>
internal sealed class ClientTurn(ClientConnection connection, CancellationTokenRegistration guard) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        guard.Dispose();
        connection.Leave();
    }
}
