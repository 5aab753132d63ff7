using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Tests.Broken.Outbound;

/// <summary>A transport that is in order, seen through what is spoiled about it.</summary>
internal sealed class TamperedTransport(IOutboundTransport transport, TransportTampering tampering) : IOutboundTransport
{
    public ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        if (tampering is { DiesTogether: true, IsDisposed: true })
        {
            return ValueTask.FromResult(DeliveryResult.Closed("Somebody hung up.", TimeSpan.FromMinutes(1)));
        }

        return tampering.Send is null
            ? transport.SendAsync(mail, cancellationToken)
            : new ValueTask<DeliveryResult>(tampering.Send(mail, passed => transport.SendAsync(passed, CancellationToken.None).AsTask(), cancellationToken));
    }

    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        await tampering.Check(() => transport.CheckAsync(cancellationToken).AsTask());

    public ValueTask DisposeAsync()
    {
        tampering.IsDisposed = true;
        return tampering.OutlivesDisposal ? ValueTask.CompletedTask : transport.DisposeAsync();
    }
}
