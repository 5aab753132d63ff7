using HelpDesk.Email.Mailboxes;

namespace HelpDesk.Email.Outbound;

/// <summary>One way out for mail.</summary>
/// <remarks>
/// Used by one caller at a time. Expected failures are values: a refusal, a broken connection, a wrong password. An
/// exception means that nothing is known; the mail is tried again with the same Message-ID.
/// </remarks>
public interface IOutboundTransport : IAsyncDisposable
{
    /// <summary>Sends a mail to its recipients, of which each has its own result.</summary>
    ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken);

    /// <summary>Tries the way without sending anything.</summary>
    ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken);
}
