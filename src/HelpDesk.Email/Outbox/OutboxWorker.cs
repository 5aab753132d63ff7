using System.Collections.Concurrent;
using HelpDesk.Email.Diagnostics;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Signals;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Troubles;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Outbox;

/// <summary>Claims mail that is due and hands it to transports: the third durable step.</summary>
internal sealed class OutboxWorker(
    IMailStore store, TransportPool transports, SettingsReader settings, WorkSignals signals, TroubleBook troubles, TimeProvider time, ILogger<OutboxWorker> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    // A channel that is closed for longer does not come back by itself, as far as one can tell.
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _closedSince = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, string Reason)> _closed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The outgoing accounts that nothing is sent by at the moment: until when, and why. Safe on any thread.</summary>
    public IReadOnlyList<(string Account, DateTimeOffset Until, string Reason)> Closed =>
        [.. _closed.Where(each => each.Value.Until > time.GetUtcNow()).OrderBy(each => each.Key).Select(each => (each.Key, each.Value.Until, each.Value.Reason))];

    /// <summary>Works until it is stopped.</summary>
    public async Task RunAsync(string node, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var worked = 0;
            try
            {
                worked = await RunBatchAsync(node, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException e)
            {
                OutboxLog.StoreAway(log, e);
            }

            if (worked == 0)
            {
                await signals.Outbox.WaitAsync(settings.Current.Options.Processing.PollInterval, time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Claims one batch and sends it, one mail after the other.</summary>
    /// <returns>How many mails there were.</returns>
    public async Task<int> RunBatchAsync(string node, CancellationToken cancellationToken)
    {
        var options = settings.Current.Options;
        var claims = await store.Outbox.ClaimAsync(node, options.Processing.BatchSize, options.Processing.Lease, cancellationToken).ConfigureAwait(false);
        foreach (var claim in claims)
        {
            // A mail that was begun is ended, also while the host stops; the rest goes back untouched.
            var commit = cancellationToken.IsCancellationRequested
                ? new HoldCommit(time.GetUtcNow(), "the host stopped")
                : await TrySendAsync(claim, cancellationToken).ConfigureAwait(false);
            if (commit is null || !await store.Outbox.CommitAsync(claim, commit, CancellationToken.None).ConfigureAwait(false))
            {
                OutboxLog.ClaimLost(log, claim.Entry.Id);
            }
        }

        return claims.Count;
    }

    // One mail that can't be read takes no neighbour along.
    private async Task<OutboxCommit?> TrySendAsync(OutboxClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(claim, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not StoreUnavailableException and not OperationCanceledException)
        {
            OutboxLog.TransportFailed(log, e, claim.Entry.Id);
            return new HoldCommit(time.GetUtcNow() + Pause, $"{e.GetType().Name}: {e.Message}");
        }
    }

    /// <returns>What to commit; <see langword="null"/> when the claim was lost before the mail was begun.</returns>
    private async Task<OutboxCommit?> SendAsync(OutboxClaim claim, CancellationToken cancellationToken)
    {
        var entry = claim.Entry;
        var options = settings.Current.Options;
        if (_closed.TryGetValue(entry.Account, out var closed) && closed.Until > time.GetUtcNow())
        {
            return new HoldCommit(closed.Until, closed.Reason);
        }

        if (await transports.GetAsync(entry.Account, options).ConfigureAwait(false) is not { } transport)
        {
            return new HoldCommit(time.GetUtcNow() + Pause, $"HelpDeskEmail:Outgoing has no account '{entry.Account}' that a registered package can send by.");
        }

        if (claim.InDoubt)
        {
            OutboxLog.InDoubt(log, entry.Id);
        }

        using var content = await store.Outbox.OpenContentAsync(entry.Id, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return Fail(entry, "the octets are gone from the store");
        }

        if (!await store.Outbox.CommitAsync(claim, new SendingCommit(), cancellationToken).ConfigureAwait(false))
        {
            return null;
        }

        return await HandOverAsync(entry, transport, content, options.Processing.MaxDeliveryTime, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OutboxCommit> HandOverAsync(
        OutboxEntry entry, IOutboundTransport transport, MailContent content, TimeSpan maxDeliveryTime, CancellationToken cancellationToken)
    {
        var pending = entry.Recipients.Where(recipient => recipient.State == OutboxRecipientState.Pending).Select(recipient => recipient.Address).ToList();
        var mail = new OutboundMail(entry.MessageId, entry.ReversePath, pending, content)
        {
            NeedsSmtpUtf8 = await Utf8Header.IsInAsync(content, cancellationToken).ConfigureAwait(false),
        };
        DeliveryResult result;
        try
        {
            result = await transport.SendAsync(mail, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            OutboxLog.TransportFailed(log, e, entry.Id);
            result = DeliveryResult.ForAll(mail, RecipientStatus.Unknown, $"{e.GetType().Name}: {e.Message}");
        }

        if (result.Channel is { } channel)
        {
            var until = time.GetUtcNow() + channel.RetryAfter;
            _closed[entry.Account] = (until, channel.Reason);
            OutboxLog.ChannelClosed(log, entry.Account, until, channel.Reason);
            var since = _closedSince.GetOrAdd(entry.Account, time.GetUtcNow());
            troubles.Tell($"outgoing account {entry.Account}", time.GetUtcNow() - since >= Long, $"Nothing can be sent since {since:u}; it is tried again at {until:u}. {channel.Reason}");
            return new HoldCommit(until, channel.Reason);
        }

        if (_closedSince.TryRemove(entry.Account, out _))
        {
            troubles.End($"outgoing account {entry.Account}");
        }

        var commit = DeliveryBook.Enter(entry, result, time.GetUtcNow(), maxDeliveryTime);
        Tell(entry, result, commit);
        return commit;
    }

    private DeliveryCommit Fail(OutboxEntry entry, string reason) =>
        new([.. entry.Recipients.Select(recipient => recipient with { State = OutboxRecipientState.Failed, Reply = reason })], time.GetUtcNow()) { Error = reason };

    private void Tell(OutboxEntry entry, DeliveryResult result, DeliveryCommit commit)
    {
        foreach (var recipient in result.Recipients)
        {
            HelpDeskEmailDiagnostics.Deliveries.Add(1, new KeyValuePair<string, object?>("status", recipient.Status.ToString()));
        }

        var accepted = commit.Recipients.Count(recipient => recipient.State == OutboxRecipientState.Accepted);
        var failed = commit.Recipients.Count(recipient => recipient.State == OutboxRecipientState.Failed);
        OutboxLog.Delivered(log, entry.Id, accepted, failed, commit.Recipients.Count - accepted - failed);
    }
}
