using HelpDesk.Email.Outbound;
using HelpDesk.Email.Testing.Conformance.Outbound;

namespace HelpDesk.Email.Documentation.Tests.Extending;

#region transport-fixture
/// <summary>Tells the conformance suite how to send by Acme, here by a sandbox of our own.</summary>
internal sealed class AcmeApiFixture : OutboundTransportFixture
{
    public const string Gone = "gone@conformance.test";
    public const string Busy = "busy@conformance.test";

    private readonly AcmeSandbox _sandbox = new();

    public override string RejectedRecipient => Gone;

    public override string DeferredRecipient => Busy;

    public override bool CanGoAway => true;

    public override IOutboundTransport Open() => new AcmeApiTransport(new HttpClient(_sandbox) { BaseAddress = new Uri("https://mail.acme.test/") });

    public override ValueTask<IReadOnlyList<ArrivedMail>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_sandbox.Mails);

    public override ValueTask GoAwayAsync(CancellationToken cancellationToken)
    {
        _sandbox.IsAway = true;
        return ValueTask.CompletedTask;
    }

    public override ValueTask ComeBackAsync(CancellationToken cancellationToken)
    {
        _sandbox.IsAway = false;
        return ValueTask.CompletedTask;
    }
}
#endregion
