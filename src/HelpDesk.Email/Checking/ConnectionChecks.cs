using System.Runtime.CompilerServices;
using System.Text;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.ErrorMail;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Mime;
using HelpDesk.Email.Outbound;
using HelpDesk.Email.Settings;

namespace HelpDesk.Email.Checking;

internal sealed class ConnectionChecks(
    IEnumerable<IMailboxSourceFactory> sources, IEnumerable<IOutboundTransportFactory> transports, ErrorMailer errorMail, SettingsReader settings, TimeProvider time) : IConnectionChecks
{
    private readonly IReadOnlyList<IMailboxSourceFactory> _sources = [.. sources];
    private readonly IReadOnlyList<IOutboundTransportFactory> _transports = [.. transports];

    public async IAsyncEnumerable<CheckedConnection> CheckAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var current = settings.Current;
        foreach (var (name, mailbox) in current.Mailboxes.Where(mailbox => mailbox.Value.Enabled).OrderBy(mailbox => mailbox.Key, StringComparer.Ordinal))
        {
            if (_sources.FirstOrDefault(factory => factory.Kind.Equals(mailbox.Kind, StringComparison.OrdinalIgnoreCase)) is { } factory)
            {
                var source = factory.Create(name, mailbox);
                await using (source.ConfigureAwait(false))
                {
                    yield return new CheckedConnection(MailDirection.Incoming, name, await ReportAsync(source.CheckAsync, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        foreach (var (name, account) in current.Options.Outgoing.OrderBy(account => account.Key, StringComparer.Ordinal))
        {
            var transport = FactoryOf(account).Create(name, account);
            await using (transport.ConfigureAwait(false))
            {
                yield return new CheckedConnection(MailDirection.Outgoing, name, await ReportAsync(transport.CheckAsync, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    public async ValueTask<CheckReport> SendTestAsync(string account, EmailAddress recipient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        if (!settings.Current.Options.Outgoing.TryGetValue(account, out var options))
        {
            throw new ArgumentException($"There is no account '{account}' in HelpDeskEmail:Outgoing.", nameof(account));
        }

        if (SenderOf(account, options) is not { } sender)
        {
            return new CheckReport(false, $"The account {account} has no address to send from. Set HelpDeskEmail:Outgoing:{account}:From, or a mailbox that uses the account.");
        }

        var transport = FactoryOf(options).Create(account, options);
        await using (transport.ConfigureAwait(false))
        {
            return await ReportAsync(token => SendAsync(transport, sender, recipient, token), cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask<CheckReport> SendTestErrorMailAsync(CancellationToken cancellationToken) => errorMail.SendAsync(
        settings.Current.Options, "Help desk: test of the error mail", "This is a test. If you can read it, errors of the help desk reach you.\n", cancellationToken);

    private async ValueTask<CheckReport> SendAsync(IOutboundTransport transport, EmailAddress sender, EmailAddress recipient, CancellationToken cancellationToken)
    {
        var messageId = $"<test.{Guid.NewGuid():N}@{sender.Domain}>";
        var draft = new MailDraft
        {
            From = [new MailAddressBox(sender.Address, sender.Name)],
            To = [new MailAddressBox(recipient.Address, recipient.Name)],
            Subject = "Test message",
            Date = time.GetUtcNow(),
            MessageId = messageId,
            ExtraHeaders = [new("Auto-Submitted", "auto-generated"), new("X-Auto-Response-Suppress", "All")],
            TextBody = "This is a test message of the help desk. If you can read it, outgoing mail works.\n",
        };
        using var content = MailContent.FromOctets(MailComposer.Compose(draft, new MailComposerOptions { AllowSmtpUtf8 = true, Time = time }));
        var mail = new OutboundMail(messageId, sender.Address, [recipient.Address], content) { NeedsSmtpUtf8 = !Ascii.IsValid(sender.Address) || !Ascii.IsValid(recipient.Address) };
        var result = await transport.SendAsync(mail, cancellationToken).ConfigureAwait(false);
        return result.Channel is { } channel ? new CheckReport(false, channel.Reason) { Failure = channel.Failure } : Report(result.Recipients[0]);
    }

    private static CheckReport Report(RecipientResult result) => result.Status switch
    {
        RecipientStatus.Accepted => new CheckReport(true, $"The server took the mail for {result.Address}: {result.Reply}"),
        RecipientStatus.Unknown => new CheckReport(false, $"The connection broke when the answer was due; the mail for {result.Address} may have gone out. {result.Reply}"),
        _ => new CheckReport(false, $"The server refused the mail for {result.Address}{(result.Status == RecipientStatus.Deferred ? " for now" : string.Empty)}: {result.Reply}"),
    };

    // A report says what an exception would: the next connection is tried all the same.
    private static async ValueTask<CheckReport> ReportAsync(Func<CancellationToken, ValueTask<CheckReport>> check, CancellationToken cancellationToken)
    {
        try
        {
            return await check(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is HelpDeskEmailException or IOException or UnauthorizedAccessException)
        {
            return new CheckReport(false, exception.Message);
        }
    }

    private EmailAddress? SenderOf(string name, OutgoingAccountOptions account)
    {
        var own = settings.Current.Mailboxes.Values.FirstOrDefault(mailbox => mailbox.Enabled && mailbox.Account.Equals(name, StringComparison.OrdinalIgnoreCase));
        return EmailAddress.TryCreate(account.From ?? own?.Address, account.DisplayName ?? own?.DisplayName, out var sender) ? sender : null;
    }

    private IOutboundTransportFactory FactoryOf(OutgoingAccountOptions account) =>
        _transports.First(factory => factory.Kind.Equals(account.Kind, StringComparison.OrdinalIgnoreCase));
}
