using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Testing.Conformance.Outbound;
using HelpDesk.Email.Testing.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

/// <summary>A transport in order, of which the fixture knows little: it tells no envelope, refuses nobody, and every mail has a field more in front.</summary>
internal sealed class BareTransportFixture(bool saysThatFieldsArePrepended) : OutboundTransportFixture
{
    private readonly InMemoryTransport _transport = new();

    public override bool ShowsEnvelope => false;

    public override bool HoldsMails => true;

    public override bool PrependsFields => saysThatFieldsArePrepended;

    public override IOutboundTransport Open() => _transport.Create("default", new OutgoingAccountOptions());

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<ArrivedMail>>(
        [.. _transport.Sent.Select(mail => new ArrivedMail((byte[])[.. Encoding.ASCII.GetBytes("Received: by other.test;\r\n Sun, 22 Nov 2026 09:00:00 +0000\r\n"), .. mail.Octets.Span]))]);
}
