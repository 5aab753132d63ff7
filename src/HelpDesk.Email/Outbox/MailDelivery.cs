using HelpDesk.Email.Configuration;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Delivers one claimed mail: commits Sending, hands it to a transport, and says what is to be committed of it.</summary>
internal sealed class MailDelivery(IMailStore store, ClosedChannels channels, TimeProvider time, ILogger<OutboxWorker> log)
{
    private const int ManyLostAttempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    // A mail that was begun is ended, also while the host stops, unless it takes too long.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Delivers a mail.</summary>
    /// <param name="claim">The claim; suppressed recipients are marked.</param>
    /// <param name="rented">The transport, for this caller alone.</param>
    /// <param name="options">The settings.</param>
    /// <param name="before">The commit of the mail before it on this connection: it is made before the transport gets this one, so that a crash leaves one mail in doubt.</param>
    /// <param name="cancellationToken">Ends it after a moment.</param>
    public async Task<DeliveryNews> DeliverAsync(OutboxClaim claim, RentedTransport rented, HelpDeskEmailOptions options, Task before, CancellationToken cancellationToken)
    {
        try
        {
            return WhyNot(claim, options) is { } end ? new DeliveryNews(end) : await SendAsync(claim, rented, options, before, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not StoreUnavailableException and not OperationCanceledException)
        {
            // One mail that can't be read takes no neighbour along.
            OutboxLog.TransportFailed(log, e, claim.Entry.Id);
            return new DeliveryNews(new HoldCommit(time.GetUtcNow() + Pause, $"{e.GetType().Name}: {e.Message}"));
        }
    }

    private SetAsideCommit? WhyNot(OutboxClaim claim, HelpDeskEmailOptions options)
    {
        var entry = claim.Entry;

        // Whoever kills processes does not fail the mails that they happen to send: these rest ever longer, and only time ends them.
        if (entry.LostAttempts >= ManyLostAttempts && time.GetUtcNow() - entry.QueuedAt >= options.Processing.MaxDeliveryTime)
        {
            var reason = $"the process ended {entry.LostAttempts} times while it sent this mail alone";
            OutboxLog.Poison(log, entry.Id, entry.LostAttempts);
            return DeliveryBook.Fail(entry, reason);
        }

        if (!entry.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Pending))
        {
            OutboxLog.Suppressed(log, entry.Id);
            return Suppression.End(entry);
        }

        if (claim.InDoubt && options.Processing.InDoubt == InDoubtPolicy.Hold)
        {
            OutboxLog.HeldInDoubt(log, entry.Id);
            return DeliveryBook.Doubt(entry, "the process ended while it sent this mail: it may have gone out");
        }

        return null;
    }

    private async Task<DeliveryNews> SendAsync(OutboxClaim claim, RentedTransport rented, HelpDeskEmailOptions options, Task before, CancellationToken cancellationToken)
    {
        var entry = claim.Entry;
        if (claim.InDoubt)
        {
            OutboxLog.InDoubt(log, entry.Id);
        }

        using var content = await store.Outbox.OpenContentAsync(entry.Id, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return new DeliveryNews(DeliveryBook.Fail(entry, "the octets are gone from the store"));
        }

        var mail = await MailOfAsync(entry, content, cancellationToken).ConfigureAwait(false);

        // Both commits are asked for before either is waited for: a store that can makes them one.
        var sending = store.Outbox.CommitAsync(claim, new SendingCommit(), cancellationToken).AsTask();
        await before.ConfigureAwait(false);
        return await sending.ConfigureAwait(false) ? await HandOverAsync(entry, rented, mail, options, cancellationToken).ConfigureAwait(false) : new DeliveryNews(Commit: null);
    }

    private static async ValueTask<OutboundMail> MailOfAsync(OutboxEntry entry, MailContent content, CancellationToken cancellationToken)
    {
        var pending = entry.Recipients.Where(recipient => recipient.State == OutboxRecipientState.Pending).Select(recipient => recipient.Address).ToList();
        return new OutboundMail(entry.MessageId, entry.ReversePath, pending, content)
        {
            NeedsSmtpUtf8 = await Utf8Header.IsInAsync(content, cancellationToken).ConfigureAwait(false),
            WantsReports = entry.WantsReports,
        };
    }

    private async Task<DeliveryNews> HandOverAsync(OutboxEntry entry, RentedTransport rented, OutboundMail mail, HelpDeskEmailOptions options, CancellationToken cancellationToken)
    {
        var result = await TryHandOverAsync(entry, rented, mail, cancellationToken).ConfigureAwait(false);
        if (result.Channel is { } channel)
        {
            channels.Close(entry.Account, rented.Settings, channel);
            return new DeliveryNews(new HoldCommit(time.GetUtcNow(), channel.Reason));
        }

        channels.Open(entry.Account);
        Count(result);
        if (options.Processing.InDoubt == InDoubtPolicy.Hold && result.Recipients.FirstOrDefault(recipient => recipient.Status == RecipientStatus.Unknown) is { } unknown)
        {
            OutboxLog.HeldInDoubt(log, entry.Id);
            return new DeliveryNews(DeliveryBook.Doubt(entry, $"the answer to this mail was lost, so it may have gone out: {unknown.Reply}"));
        }

        var commit = DeliveryBook.Enter(entry, result, time.GetUtcNow(), options.Processing.MaxDeliveryTime);
        var accepted = commit.Recipients.Count(recipient => recipient.State == OutboxRecipientState.Accepted);
        var pending = commit.Recipients.Count(recipient => recipient.State == OutboxRecipientState.Pending);
        OutboxLog.Delivered(log, entry.Id, accepted, commit.Recipients.Count - accepted - pending, pending);
        return new DeliveryNews(commit) { Results = result.Recipients };
    }

    private async Task<DeliveryResult> TryHandOverAsync(OutboxEntry entry, RentedTransport rented, OutboundMail mail, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource();
        await using var stopping = cancellationToken.Register(() => end.CancelAfter(Grace)).ConfigureAwait(false);
        try
        {
            return await rented.Transport.SendAsync(mail, end.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            OutboxLog.TransportFailed(log, e, entry.Id);
            return DeliveryResult.ForAll(mail, RecipientStatus.Unknown, $"{e.GetType().Name}: {e.Message}");
        }
    }

    private static void Count(DeliveryResult result)
    {
        foreach (var recipient in result.Recipients)
        {
            HelpDeskEmailDiagnostics.Deliveries.Add(1, new KeyValuePair<string, object?>("status", recipient.Status.ToString()));
        }
    }
}
