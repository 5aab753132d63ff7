using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Accounts;
using HelpDesk.Email.Servers;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Protocols.Smtp;

/// <summary>Hands mail to an SMTP server, over one connection as long as mail comes one after the other.</summary>
/// <remarks>
/// A connection that was used before and turns out to be gone is replaced once, before the mail was offered. Recipients that
/// the server finds too many for one mail get a second one; addresses that it can't be told are refused, each for itself. For one
/// caller at a time.
/// </remarks>
internal sealed class SmtpTransport(MailAccount account, string? clientName, TimeProvider time, ILogger<SmtpTransport> log) : IOutboundTransport
{
    private readonly SmtpConnectionKeeper _connections = new(account, clientName, time, log);
    private bool _isDisposed;

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
        var pending = SmtpResults.TakeUnsafe(mail.Recipients, results);
        while (pending.Count > 0)
        {
            try
            {
                var (result, unsayable) = await SendOnceAsync(mail, pending, cancellationToken).ConfigureAwait(false);
                if (SmtpResults.ChannelOf(result) is { } channel && !results.Exists(recipient => recipient.Status == RecipientStatus.Accepted))
                {
                    return new DeliveryResult([]) { Channel = channel };
                }

                results.AddRange(unsayable);
                pending = SmtpResults.Enter(result, results);
            }
            catch (MailProtocolException exception)
            {
                if (SmtpRefusals.ChannelOf(exception, account.Words(exception)) is { } channel && !results.Exists(recipient => recipient.Status == RecipientStatus.Accepted))
                {
                    return new DeliveryResult([]) { Channel = channel };
                }

                results.AddRange(pending.Select(address => new RecipientResult(address, RecipientStatus.Deferred, Reply: exception.Message)));
                break;
            }
        }

        return new DeliveryResult(SmtpResults.InOrder(mail.Recipients, results));
    }

    /// <inheritdoc/>
    public async ValueTask<CheckReport> CheckAsync(CancellationToken cancellationToken)
    {
        try
        {
            var client = await _connections.ConnectAsync(cancellationToken).ConfigureAwait(false);
            await using (client.ConfigureAwait(false))
            {
                await client.NoopAsync(cancellationToken).ConfigureAwait(false);
                await client.QuitAsync(cancellationToken).ConfigureAwait(false);
                return new CheckReport(true, $"SMTP {account.Server}: connected{(client.IsEncrypted ? ", encrypted" : ", not encrypted")}{(client.IsLoggedIn ? ", logged in" : ", no log-in")}.");
            }
        }
        catch (MailProtocolException exception)
        {
            return new CheckReport(false, account.Words(exception)) { Failure = exception.Failure };
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return _connections.DisposeAsync();
    }

    private async ValueTask<(SmtpSendResult Result, IReadOnlyList<RecipientResult> Unsayable)> SendOnceAsync(
        OutboundMail mail, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        var (client, isReused) = await _connections.TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await OfferAsync(client, mail, recipients, cancellationToken).ConfigureAwait(false);
        }
        catch (MailProtocolException exception) when (isReused && exception.Failure is MailFailure.ConnectionLost or MailFailure.ServerClosing)
        {
            // Servers drop connections that were idle, and those that sent enough. What can have been taken over doesn't come here.
            await client.DisposeAsync().ConfigureAwait(false);
            (client, _) = await _connections.TakeAsync(cancellationToken).ConfigureAwait(false);
            return await OfferAsync(client, mail, recipients, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _connections.ReturnAsync(client).ConfigureAwait(false);
        }
    }

    private static async ValueTask<(SmtpSendResult Result, IReadOnlyList<RecipientResult> Unsayable)> OfferAsync(
        SmtpConnection client, OutboundMail mail, IReadOnlyList<string> recipients, CancellationToken cancellationToken)
    {
        var unsayable = SmtpResults.FindUnsayable(mail, recipients, client.Capabilities);
        var sayable = unsayable.Count == 0 ? recipients : [.. recipients.Where(SmtpAddressText.IsAscii)];
        var envelope = new SmtpEnvelope(mail.ReversePath, sayable) { NeedsSmtpUtf8 = mail.NeedsSmtpUtf8, WantsReports = mail.WantsReports };
        return (await client.SendAsync(envelope, mail.Content, cancellationToken).ConfigureAwait(false), unsayable);
    }
}
