using HelpDesk.Email.Messages;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Protocols.Smtp;
using HelpDesk.Email.Servers;
using MailKit.Net.Smtp;
using MimeKit;

namespace HelpDesk.Email.MailKit.Smtp;

/// <summary>One mail in one transaction.</summary>
/// <param name="door">The connection.</param>
/// <param name="mail">The mail.</param>
internal sealed class SmtpAttempt(SmtpVisit door, OutboundMail mail)
{
    private static readonly TimeSpan TransferLimit = TimeSpan.FromMinutes(30);

    private readonly NotingSmtpClient _client = door.Client;

    /// <summary>Why the whole channel is closed by what was said, or <see langword="null"/>.</summary>
    public ChannelFailure? Channel { get; private set; }

    /// <summary>Sends it.</summary>
    /// <param name="recipients">To whom.</param>
    /// <param name="results">Gets what became of it for each.</param>
    /// <param name="cancellationToken">Ends it; the connection is of no use then.</param>
    /// <returns>The recipients that were too many for one mail: they are tried again at once.</returns>
    /// <exception cref="MailProtocolException">The connection failed before the server can have taken the mail over.</exception>
    /// <exception cref="IOException">The octets could not be read.</exception>
    public async ValueTask<IReadOnlyList<string>> RunAsync(IReadOnlyList<string> recipients, List<RecipientResult> results, CancellationToken cancellationToken)
    {
        var entered = new List<RecipientResult>();
        var told = new SmtpRecipients(recipients, entered, takesUtf8: _client.Capabilities.HasFlag(SmtpCapabilities.UTF8) || mail.NeedsSmtpUtf8);
        IReadOnlyList<string> tooMany = [];
        if (await FindObstacleAsync(cancellationToken).ConfigureAwait(false) is { } obstacle)
        {
            told.RefuseAll(obstacle);
        }
        else if (told.Mailboxes.Count > 0)
        {
            tooMany = await OfferAsync(told, cancellationToken).ConfigureAwait(false);
        }

        results.AddRange(entered);
        return tooMany;
    }

    private async ValueTask<IReadOnlyList<string>> OfferAsync(SmtpRecipients told, CancellationToken cancellationToken)
    {
        var octets = new CountedStream(mail.Content.OpenRead());
        await using (octets.ConfigureAwait(false))
        {
            using var message = OctetMessage.Of(octets);
            _client.Begin(mail.Content.Length, mail.WantsReports);
            var accepted = await SendAsync(message, octets, told, cancellationToken).ConfigureAwait(false);
            return accepted is null ? [] : told.Enter(_client.Recipients, accepted);
        }
    }

    // What the server said to the whole mail; null where the results are entered already, or the channel is closed.
    private async ValueTask<SmtpAnswer?> SendAsync(MimeMessage message, CountedStream octets, SmtpRecipients told, CancellationToken cancellationToken)
    {
        try
        {
            await door.Line.RunAsync("DATA", TransferLimit, token => SendAsync(message, told.Mailboxes, token), cancellationToken).ConfigureAwait(false);
            return new SmtpAnswer(250, null, "taken");
        }
        catch (MailProtocolException exception) when (exception.InnerException is SmtpCommandException refusal)
        {
            var answer = SmtpAnswer.Of(refusal.StatusCode, refusal.Message);
            Channel = Channels(answer);
            if (Channel is null)
            {
                told.Refuse(_client.Sender, _client.Recipients, answer);
            }

            return null;
        }
        catch (MailProtocolException exception) when (octets.Fault is { } fault)
        {
            throw new IOException(fault.Message, exception);
        }
        catch (MailProtocolException exception) when (octets.IsAtEnd)
        {
            // All of it has left, as far as the library says: the server may have taken it.
            told.Doubt(_client.Recipients, exception.Message);
            return null;
        }
    }

    private Task<string> SendAsync(MimeMessage message, IEnumerable<MailboxAddress> recipients, CancellationToken cancellationToken) =>
        _client.SendAsync(OctetMessage.Format(mail.NeedsSmtpUtf8), message, new MailboxAddress(string.Empty, mail.ReversePath), recipients, cancellationToken);

    private ChannelFailure? Channels(SmtpAnswer answer) => _client.Recipients.Values.Append(_client.Sender).Append(answer)
        .OfType<SmtpAnswer>()
        .Where(each => !each.IsPositive)
        .Select(each => SmtpRefusals.ChannelOf(each.Code, each.EnhancedStatusCode, each.Text, each.ToString()))
        .FirstOrDefault(channel => channel is not null);

    private async ValueTask<string?> FindObstacleAsync(CancellationToken cancellationToken)
    {
        var offered = _client.Capabilities;
        if (_client.MaxSize > 0 && mail.Content.Length > _client.MaxSize)
        {
            return $"5.3.4 The mail has {mail.Content.Length} octets, and the server takes {_client.MaxSize}.";
        }

        if (!offered.HasFlag(SmtpCapabilities.UTF8) && (mail.NeedsSmtpUtf8 || !SmtpAddressText.IsAscii(mail.ReversePath)))
        {
            return "5.6.7 The mail has addresses or header fields in UTF-8, and the server does not offer SMTPUTF8.";
        }

        return !offered.HasFlag(SmtpCapabilities.EightBitMime) && await EightBit.IsInAsync(mail.Content, cancellationToken).ConfigureAwait(false)
            ? "5.6.3 The mail has octets above 127, and the server does not offer 8BITMIME."
            : null;
    }
}
