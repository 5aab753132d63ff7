using HelpDesk.Email.Configuration;
using HelpDesk.Email.MailKit.Smtp;
using HelpDesk.Email.Outbound;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>The transport on trial here.</summary>
internal static class OwnTransport
{
    public static IOutboundTransport Make(OutgoingAccountOptions options) =>
        new MailKitSmtpTransportFactory(secrets: null, TimeProvider.System, NullLogger<MailKitSmtpTransportFactory>.Instance).Create("default", options);
}
