using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Outbound;

/// <summary>One way out for mail.</summary>
/// <remarks>
/// Used by one caller at a time; several transports of one account send at once. Expected failures are values: a refusal, a
/// broken connection, a wrong password. An exception means that nothing is known; the mail is tried again with the same
/// Message-ID. <c>OutboundTransportConformance</c> in HelpDesk.Email.Testing holds a transport to all of this.
/// </remarks>
public interface IOutboundTransport : IAsyncDisposable
{
    /// <summary>Sends a mail to its recipients, of which each has its own result.</summary>
    /// <remarks>A recipient that is refused fails no other. A mail whose octets can't be read to their end is not sent, in no part.</remarks>
    /// <exception cref="ArgumentException">The mail has no recipient.</exception>
    /// <exception cref="ObjectDisposedException">The transport was disposed.</exception>
    ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken);

    /// <summary>Tries the way without sending anything.</summary>
    ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken);
}
