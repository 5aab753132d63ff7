using HelpDesk.Email.Outbound;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport-fixture
/// <summary>Tells the conformance suite how to send by Acme, here by a sandbox in memory.</summary>
internal sealed class AcmeApiFixture : OutboundTransportFixture
{
    private readonly AcmeSandbox _sandbox = new();

    // The sandbox does.
    public override bool HoldsMails => true;

    public override IOutboundTransport Open() => new AcmeApiTransport(new HttpClient(_sandbox) { BaseAddress = new Uri("https://mail.acme.test/") });

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_sandbox.Mails);
}
#endregion
