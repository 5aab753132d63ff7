using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Smtp;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>Makes transports by SMTP over the library: <c>Kind</c> is <c>Smtp</c>.</summary>
internal sealed class MailKitSmtpTransportFactory(ICredentialProvider? secrets, TimeProvider time, ILogger<MailKitSmtpTransportFactory> log) : IOutboundTransportFactory
{
    /// <inheritdoc/>
    public string Kind => "Smtp";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(OutgoingAccountOptions account) => SmtpAccountSettings.Validate(account);

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new MailKitSmtpTransport(new MailAccount($"Outgoing:{name}", account, SmtpAccountSettings.PortFor, secrets), account.ClientName, time, log);
    }
}
