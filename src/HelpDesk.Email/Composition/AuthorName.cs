using HelpDesk.Email.Configuration;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;

namespace HelpDesk.Email.Composition;

/// <summary>Says which name stands beside the address that a mail comes from.</summary>
internal sealed class AuthorName(PersonValues people)
{
    /// <summary>The sender of a mail: the help desk, in mail that a person wrote by the name that the settings say.</summary>
    public async ValueTask<EmailAddress> SenderAsync(MailInWork mail, CancellationToken cancellationToken)
    {
        var (cause, letterhead) = (mail.Occasion.Cause, mail.Letterhead);
        if (mail.Planned.Kind != OutgoingKind.Personal || letterhead.AuthorNames == AuthorNames.HelpDesk || !cause.MayEcho
            || HeaderWords.Clean(await people.NameAsync(cause.Author, showsWords: true, mail.Occasion.Memory, cancellationToken).ConfigureAwait(false)) is not { } name)
        {
            return letterhead.From;
        }

        return EmailAddress.Create(letterhead.From.Address, letterhead.AuthorNames == AuthorNames.PersonAndHelpDesk ? $"{name} ({letterhead.HelpDesk})" : name);
    }
}
