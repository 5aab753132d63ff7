using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Smtp;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Servers.Tests.Delivery;

/// <summary>The transport on trial here; those who run these tests over another client have one of this name of their own.</summary>
internal static class OwnTransport
{
    public static IOutboundTransport Make(OutgoingAccountOptions options) =>
        new SmtpTransportFactory(secrets: null, TimeProvider.System, NullLogger<SmtpTransport>.Instance).Create("default", options);
}
