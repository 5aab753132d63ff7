using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Protocols.Pickup;

/// <summary>Makes pickup folders: <c>Kind</c> is <c>Pickup</c>, <c>Folder</c> says where.</summary>
internal sealed class PickupTransportFactory : IOutboundTransportFactory
{
    /// <inheritdoc/>
    public string Kind => "Pickup";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(OutgoingAccountOptions account)
    {
        if (string.IsNullOrWhiteSpace(account.Folder))
        {
            yield return "Folder is missing. Set it to the folder that outgoing mail is written to, for instance \"outbox\".";
        }
        else if (account.Folder.Contains('\0', StringComparison.Ordinal) || File.Exists(account.Folder))
        {
            yield return $"Folder is '{account.Folder}', which is not a folder. Set it to the folder that outgoing mail is written to, for instance \"outbox\".";
        }
    }

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account) => new PickupTransport(account.Folder!);
}
