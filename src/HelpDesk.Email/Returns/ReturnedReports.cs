using HelpDesk.Email.Inbound;
using HelpDesk.Email.Reading;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Returns;

/// <summary>Finds the mail of ours that a report is about. Reads, and writes nothing.</summary>
/// <remarks>Only what we signed counts: the address that it came back to, else the Message-ID of the mail that it gives back. A report that anybody could have written changes nothing.</remarks>
internal sealed class ReturnedReports(IMailStore store, SignedReturnPaths returnPaths, SignedMessageIds messageIds, TimeProvider time)
{
    // The first addresses are the envelope's; a report to more than a few of ours is none.
    private const int MaxAddresses = 20;

    /// <summary>What a report says, or <see langword="null"/> for one that is not about a mail of ours.</summary>
    public async ValueTask<ReturnedReport?> FindAsync(InboundContext context, CancellationToken cancellationToken)
    {
        if (context.Classification.Kind is not (MailKind.Bounce or MailKind.DeliveryDelay or MailKind.DeliverySuccess))
        {
            return null;
        }

        var suppressFor = context.Settings.Delivery.SuppressFor;
        if (await ByReturnPathAsync(context, cancellationToken).ConfigureAwait(false) is { } addressed)
        {
            return ReportReader.Read(addressed, "its envelope sender", isItsOwn: true, context, suppressFor, time.GetUtcNow());
        }

        return await ByMessageIdAsync(context.Mail, cancellationToken).ConfigureAwait(false) is { } named
            ? ReportReader.Read(named, "its Message-ID", isItsOwn: false, context, suppressFor, time.GetUtcNow())
            : null;
    }

    private async ValueTask<OutboxEntry?> ByReturnPathAsync(InboundContext context, CancellationToken cancellationToken)
    {
        foreach (var address in DeliveryAddresses.Of(context).Take(MaxAddresses))
        {
            if (await returnPaths.IsOursAsync(address, cancellationToken).ConfigureAwait(false)
                && await store.Outbox.FindAsync(new OutboxQuery { ReversePaths = [address], Limit = 1 }, cancellationToken).ConfigureAwait(false) is [var mail, ..])
            {
                return mail;
            }
        }

        return null;
    }

    private async ValueTask<OutboxEntry?> ByMessageIdAsync(InboundMail mail, CancellationToken cancellationToken) =>
        (mail.DeliveryReport?.OriginalMessageId ?? mail.ReportedMessageId) is { } id && await messageIds.VerifyAsync(id, cancellationToken).ConfigureAwait(false) is not null
            && await store.Outbox.FindAsync(new OutboxQuery { MessageIds = [id], Limit = 1 }, cancellationToken).ConfigureAwait(false) is [var known, ..]
            ? known
            : null;
}
