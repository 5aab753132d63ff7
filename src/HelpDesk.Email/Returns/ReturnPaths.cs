using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Returns;

/// <summary>Says where reports on a mail come back to: its envelope sender.</summary>
internal sealed class ReturnPaths(SignedReturnPaths signed)
{
    /// <summary>Puts the envelope sender into a row that is written.</summary>
    /// <param name="mail">The row; its envelope sender is the address it comes from.</param>
    /// <param name="isAnswer">Whether a program answers a mail: nothing may come back then, where the account can say so.</param>
    /// <param name="mailbox">The mailbox that caused it.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async ValueTask<NewOutboxEntry> PutAsync(NewOutboxEntry mail, bool isAnswer, string mailbox, SettingsSnapshot settings, CancellationToken cancellationToken)
    {
        if (isAnswer)
        {
            mail = mail with { WantsReports = false };
            if (!settings.Options.Outgoing.TryGetValue(mail.Account, out var account) || account.AllowsEmptySender)
            {
                return mail with { ReversePath = string.Empty };
            }
        }

        var own = settings.MailboxOf(mailbox);
        var from = mail.ReversePath.Length > 0 ? mail.ReversePath : own.Address;
        var path = ReadBy(from, own, settings) is { } address ? await signed.CreateAsync(address, cancellationToken).ConfigureAwait(false) : null;
        return mail with { ReversePath = path ?? from };
    }

    /// <summary>The address with sub-addresses that reports can come back to: the sender's own, or that of the mailbox in the same domain.</summary>
    private static EmailAddress? ReadBy(string from, MailboxOptions own, SettingsSnapshot settings)
    {
        if (!EmailAddress.TryCreate(from, null, out var sender))
        {
            return null;
        }

        // A report that comes back to an address which nobody reads is lost; and SPF looks at the domain (RFC 7208).
        return settings.Mailboxes.Values.Any(mailbox => mailbox.SubAddressing && mailbox.IsReachedBy(from)) ? sender
            : own.SubAddressing && EmailAddress.TryCreate(own.Address, null, out var address) && address.Domain == sender.Domain ? address
            : null;
    }
}
