using System.Net;
using HelpDesk.Email.Protocols.Wire;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Clients;

/// <summary>The log of one conversation, line by line at Trace. Nothing reaches it that the mask does not let through.</summary>
/// <param name="protocol">The name of the protocol.</param>
/// <param name="server">The server.</param>
/// <param name="secrets">What nobody may read.</param>
/// <param name="logger">The log.</param>
internal sealed class ConversationLog(string protocol, string server, SecretMask secrets, ILogger logger)
{
    /// <summary>Whether lines are worth composing.</summary>
    public bool IsTracing => logger.IsEnabled(LogLevel.Trace);

    /// <summary>What we said.</summary>
    public void Client(string line)
    {
        if (IsTracing)
        {
            ProtocolLog.ClientSaid(logger, protocol, server, secrets.Apply(line));
        }
    }

    /// <summary>What the server said.</summary>
    public void Server(string line)
    {
        if (IsTracing)
        {
            ProtocolLog.ServerSaid(logger, protocol, server, secrets.Apply(line));
        }
    }

    /// <summary>What the server wants people to read.</summary>
    public void Alert(string text) => ProtocolLog.Alert(logger, protocol, server, ServerText.Shorten(secrets.Apply(text)));

    /// <summary>There will be no encryption; on this machine itself that is nothing to warn of.</summary>
    public void GoOnInClear(EndPoint? remote)
    {
        if (remote is not IPEndPoint { Address: var address } || !IPAddress.IsLoopback(address))
        {
            ProtocolLog.NotEncrypted(logger, protocol, server);
        }
    }
}
