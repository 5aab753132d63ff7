using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>Hands mail to an SMTP server by the library, over one connection as long as mail comes one after the other.</summary>
/// <remarks>
/// A connection that was used before and turns out to be gone is replaced once, before the mail was offered. Recipients that
/// the server finds too many for one mail get a second one. For one caller at a time, beside its own timer.
/// </remarks>
internal sealed class MailKitSmtpTransport : IOutboundTransport
{
    private static readonly TimeSpan MaxIdle = TimeSpan.FromSeconds(20);

    private readonly MailAccount _account;
    private readonly string? _clientName;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ITimer _idle;
    private SmtpVisit? _waiting;
    private bool _isDisposed;

    public MailKitSmtpTransport(MailAccount account, string? clientName, TimeProvider time, ILogger log)
    {
        (_account, _clientName, _time, _log) = (account, clientName, time, log);
        _idle = time.CreateTimer(static transport => _ = ((MailKitSmtpTransport)transport!).DropAsync().AsTask(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public async ValueTask<DeliveryResult> SendAsync(OutboundMail mail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (mail.Recipients.Count == 0)
        {
            throw new ArgumentException("A mail needs a recipient.", nameof(mail));
        }

        var results = new List<RecipientResult>();
        var pending = mail.Recipients;
        while (pending.Count > 0)
        {
            try
            {
                var (tooMany, channel) = await SendOnceAsync(mail, pending, results, cancellationToken).ConfigureAwait(false);
                if (channel is not null)
                {
                    if (!results.Exists(recipient => recipient.Status == RecipientStatus.Accepted))
                    {
                        return new DeliveryResult([]) { Channel = channel };
                    }

                    results.AddRange([.. Deferred(pending, results, channel.Reason)]);
                }

                pending = tooMany;
            }
            catch (MailProtocolException exception)
            {
                if (SmtpRefusals.ChannelOf(exception, _account.Words(exception)) is { } channel && !results.Exists(recipient => recipient.Status == RecipientStatus.Accepted))
                {
                    return new DeliveryResult([]) { Channel = channel };
                }

                results.AddRange([.. Deferred(pending, results, exception.Message)]);
                break;
            }
        }

        // One for each recipient, in the order of the envelope.
        var byAddress = results.ToLookup(result => result.Address, StringComparer.Ordinal);
        return new DeliveryResult([.. mail.Recipients.Select(address => byAddress[address].First())]);
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var visit = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            await using (visit.ConfigureAwait(false))
            {
                await visit.NoopAsync(cancellationToken).ConfigureAwait(false);
                return new CheckReport(true, $"SMTP {_account.Server}: connected{(visit.Client.IsSecure ? ", encrypted" : ", not encrypted")}{(visit.Client.IsAuthenticated ? ", logged in" : ", no log-in")}.");
            }
        }
        catch (MailProtocolException exception)
        {
            return new CheckReport(false, _account.Words(exception)) { Failure = exception.Failure };
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        await _idle.DisposeAsync().ConfigureAwait(false);
        await DropAsync().ConfigureAwait(false);
    }

    private static IEnumerable<RecipientResult> Deferred(IReadOnlyList<string> pending, List<RecipientResult> results, string reason)
    {
        var known = results.Select(result => result.Address).ToHashSet(StringComparer.Ordinal);
        return pending.Where(address => !known.Contains(address)).Select(address => new RecipientResult(address, RecipientStatus.Deferred, Reply: reason));
    }

    private async ValueTask<(IReadOnlyList<string> TooMany, ChannelFailure? Channel)> SendOnceAsync(OutboundMail mail, IReadOnlyList<string> recipients, List<RecipientResult> results, CancellationToken cancellationToken)
    {
        _idle.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var waiting = Interlocked.Exchange(ref _waiting, null);
        var visit = waiting ?? await ConnectAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var attempt = new SmtpAttempt(visit, mail);
            return (await attempt.RunAsync(recipients, results, cancellationToken).ConfigureAwait(false), attempt.Channel);
        }
        catch (MailProtocolException exception) when (waiting is not null && exception.Failure is MailFailure.ConnectionLost or MailFailure.ServerClosing)
        {
            // Servers drop connections that were idle, and those that sent enough. What can have been taken over doesn't come here.
            await visit.DisposeAsync().ConfigureAwait(false);
            visit = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            var attempt = new SmtpAttempt(visit, mail);
            return (await attempt.RunAsync(recipients, results, cancellationToken).ConfigureAwait(false), attempt.Channel);
        }
        finally
        {
            await ReturnAsync(visit).ConfigureAwait(false);
        }
    }

    private ValueTask<SmtpVisit> ConnectAsync(CancellationToken cancellationToken) => SmtpVisit.BeginAsync(_account, _clientName, _time, _log, cancellationToken);

    private async ValueTask ReturnAsync(SmtpVisit visit)
    {
        if (!visit.IsUsable)
        {
            await visit.DisposeAsync().ConfigureAwait(false);
            return;
        }

        Interlocked.Exchange(ref _waiting, visit);
        _idle.Change(MaxIdle, Timeout.InfiniteTimeSpan);
    }

    private async ValueTask DropAsync()
    {
        if (Interlocked.Exchange(ref _waiting, null) is { } visit)
        {
            await visit.DisposeAsync().ConfigureAwait(false);
        }
    }
}
