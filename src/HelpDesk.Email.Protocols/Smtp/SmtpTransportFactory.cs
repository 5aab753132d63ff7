using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Accounts;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Makes transports by SMTP: <c>Kind</c> is <c>Smtp</c>.</summary>
internal sealed class SmtpTransportFactory(ICredentialProvider? secrets, TimeProvider time, ILogger<SmtpTransport> log) : IOutboundTransportFactory
{
    /// <inheritdoc/>
    public string Kind => "Smtp";

    /// <inheritdoc/>
    public IEnumerable<string> Validate(OutgoingAccountOptions account) => SmtpAccountSettings.Validate(account);

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new SmtpTransport(new MailAccount($"Outgoing:{name}", account, SmtpAccountSettings.PortFor, secrets), account.ClientName, time, log);
    }
}
