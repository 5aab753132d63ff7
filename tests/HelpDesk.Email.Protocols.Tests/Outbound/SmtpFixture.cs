using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Testing.Conformance.Outbound;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Protocols.Tests.Outbound;

/// <summary>Transports by SMTP to a server of ours, for the conformance suite.</summary>
internal abstract class SmtpFixture : OutboundTransportFixture
{
    public override string? RejectedRecipient => "gone@conformance.test";

    public override string? DeferredRecipient => "busy@conformance.test";

    public override bool CanGoAway => true;

    protected abstract int Port { get; }

    public override IOutboundTransport Open() => new SmtpTransportFactory(secrets: null, TimeProvider.System, NullLogger<SmtpTransport>.Instance)
        .Create("default", new OutgoingAccountOptions { Host = "127.0.0.1", Port = Port, Encryption = MailEncryption.None });
}
