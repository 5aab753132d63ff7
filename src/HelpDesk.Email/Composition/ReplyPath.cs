using HelpDesk.Email.Messages;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Composition;

/// <summary>Where answers to a mail go: signed for its one recipient where the mailbox takes sub-addresses.</summary>
internal sealed class ReplyPath(SignedReplyAddresses addresses)
{
    /// <summary>The path of a mail.</summary>
    public async ValueTask<ReplyTarget> FindAsync(MailInWork mail, CancellationToken cancellationToken)
    {
        var letterhead = mail.Letterhead;
        var wanted = letterhead.ReplyTo ?? (IsRead(letterhead.From, mail) || letterhead.Mailbox.Address.Length == 0
            ? letterhead.From
            : EmailAddress.Create(letterhead.Mailbox.Address, letterhead.From.Name));

        // Who reads a token that several have can pretend to be any of them.
        if (mail.Occasion.Ticket is { } ticket && !mail.IsShared && TakesTokens(wanted, mail)
            && await addresses.CreateAsync(wanted, ticket.Number, mail.Planned.Recipient, cancellationToken).ConfigureAwait(false) is { } signed)
        {
            return new ReplyTarget(EmailAddress.Create(signed, wanted.Name), signed);
        }

        return new ReplyTarget(wanted.Equals(letterhead.From) ? null : wanted, null);
    }

    private static bool IsRead(EmailAddress address, MailInWork mail) => mail.Occasion.Settings.Mailboxes.Values.Any(mailbox => mailbox.IsReachedBy(address.Address));

    private static bool TakesTokens(EmailAddress address, MailInWork mail) =>
        mail.Occasion.Settings.Mailboxes.Values.Any(mailbox => mailbox.SubAddressing && mailbox.IsReachedBy(address.Address));
}
