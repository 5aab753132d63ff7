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
    public IEnumerable<string> Validate(OutgoingAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.ClientName is { } name && (name.Length == 0 || name.Any(c => c <= ' ' || c > '~'))
            ? ServerSettings.Validate(account, "smtp.example.com").Append("ClientName is no name of a machine. Set it to the full name of this one, or leave it out.")
            : ServerSettings.Validate(account, "smtp.example.com");
    }

    /// <inheritdoc/>
    public IOutboundTransport Create(string name, OutgoingAccountOptions account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new SmtpTransport(new MailAccount($"Outgoing:{name}", account, DefaultPort, secrets), account.ClientName, time, log);
    }

    private static int DefaultPort(MailEncryption encryption) => encryption == MailEncryption.ImplicitTls ? 465 : 25;
}
