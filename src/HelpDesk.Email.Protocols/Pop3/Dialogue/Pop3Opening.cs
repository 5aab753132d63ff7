using HelpDesk.Email.Configuration;
using HelpDesk.Email.Servers;

namespace HelpDesk.Email.Protocols.Pop3.Dialogue;

/// <summary>How a conversation begins.</summary>
internal static class Pop3Opening
{
    /// <summary>From the greeting to a server that is encrypted, as far as the settings want it, and has said what it offers.</summary>
    public static async ValueTask RunAsync(Pop3Session session, CancellationToken cancellationToken)
    {
        var connection = session.Connection;
        await session.GreetAsync().ConfigureAwait(false);
        await session.LearnAsync().ConfigureAwait(false);
        if (connection.Server.Encryption is not (MailEncryption.StartTls or MailEncryption.StartTlsWhenOffered))
        {
            return;
        }

        if (session.Offers("STLS"))
        {
            await session.RunAsync("STLS").ConfigureAwait(false);
            await connection.EncryptAsync(cancellationToken).ConfigureAwait(false);

            // What the server said before counts no more: anybody may have said it.
            await session.LearnAsync().ConfigureAwait(false);
        }
        else if (connection.Server.Encryption == MailEncryption.StartTls)
        {
            throw connection.Fail(MailFailure.TlsNotOffered, "STLS", "the server does not offer STLS");
        }
        else
        {
            connection.Log.GoOnInClear(connection.Wire.Remote);
        }
    }
}
