using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Outbound;

namespace HelpDesk.Email.ErrorMail;

/// <summary>Sends a mail to the administrator: by a transport of its own and past journal and outbox, so that it goes while the store is away. Safe on any thread.</summary>
internal sealed class ErrorMailer(IEnumerable<IOutboundTransportFactory> transports, TimeProvider time)
{
    private readonly IReadOnlyList<IOutboundTransportFactory> _transports = [.. transports];

    /// <summary>Sends one.</summary>
    /// <returns>What the server said; nothing that goes wrong is thrown.</returns>
    public async ValueTask<CheckReport> SendAsync(HelpDeskEmailOptions options, string subject, string text, CancellationToken cancellationToken)
    {
        var errors = options.Monitor.ErrorMail;
        if (!EmailAddress.TryCreate(errors.Address, null, out var address))
        {
            return new CheckReport(false, "There is nobody to mail errors to. Set HelpDeskEmail:Monitor:ErrorMail:Address.");
        }

        if (!options.Outgoing.TryGetValue(errors.Account, out var account)
            || _transports.FirstOrDefault(each => each.Kind.Equals(account.Kind, StringComparison.OrdinalIgnoreCase)) is not { } factory)
        {
            return new CheckReport(false, $"HelpDeskEmail:Monitor:ErrorMail:Account is '{errors.Account}', and HelpDeskEmail:Outgoing has no such account that a registered package can send by.");
        }

        try
        {
            var transport = factory.Create(errors.Account, account);
            await using (transport.ConfigureAwait(false))
            {
                return await SendAsync(transport, address, subject, text, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new CheckReport(false, exception.Message);
        }
    }

    private async ValueTask<CheckReport> SendAsync(IOutboundTransport transport, EmailAddress address, string subject, string text, CancellationToken cancellationToken)
    {
        var messageId = $"<errors.{Guid.NewGuid():N}@{address.Domain}>";
        var box = new MailAddressBox(address.Address, null);
        var draft = new MailDraft
        {
            From = [box],
            To = [box],
            Subject = subject,
            Date = time.GetUtcNow(),
            MessageId = messageId,
            ExtraHeaders = [new("Auto-Submitted", "auto-generated"), new("X-Auto-Response-Suppress", "All")],
            TextBody = text,
        };
        using var content = MailContent.FromOctets(MailComposer.Compose(draft, new MailComposerOptions { AllowSmtpUtf8 = true, Time = time }));
        var result = await transport.SendAsync(new OutboundMail(messageId, address.Address, [address.Address], content) { NeedsSmtpUtf8 = !Ascii.IsValid(address.Address) }, cancellationToken).ConfigureAwait(false);
        return result.Channel is { } channel ? new CheckReport(false, channel.Reason) { Failure = channel.Failure }
            : result.Recipients is [{ Status: RecipientStatus.Accepted } taken, ..] ? new CheckReport(true, $"The server took the mail: {taken.Reply}")
            : new CheckReport(false, $"The server did not take the mail: {result.Recipients.Select(each => each.Reply).FirstOrDefault()}");
    }
}
