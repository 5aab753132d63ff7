using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.Testing.Outbound;

/// <summary>A transport for one account, which can be disposed while others of its kind go on.</summary>
internal sealed class InMemoryAccount(InMemoryTransport transport) : IOutboundTransport
{
    private volatile bool _isDisposed;

    public ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return transport.TakeAsync(mail, cancellationToken);
    }

    public ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken) => transport.CheckAsync(cancellationToken);

    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return ValueTask.CompletedTask;
    }
}
