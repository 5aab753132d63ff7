using HelpDesk.Email.Messages;
using HelpDesk.Email.Notifications;
using HelpDesk.Email.Tokens;

namespace HelpDesk.Email.Composition;

/// <summary>What says that nobody wrote a mail, so that no program answers it and we know it again (RFC 3834 section 5).</summary>
internal sealed class AutomaticHeaders(LoopHeader loopHeader)
{
    /// <summary>The fields of a mail; none for one that a person wrote.</summary>
    public async ValueTask<IReadOnlyList<KeyValuePair<string, string>>> OfAsync(MailInWork mail, EmailAddress addressee, CancellationToken cancellationToken) =>
        mail.Planned.Kind == OutgoingKind.Personal
            ? []
            :
            [
                new("Auto-Submitted", mail.Planned.Kind == OutgoingKind.AutomaticAnswer ? "auto-replied" : "auto-generated"),
                new("X-Auto-Response-Suppress", "All"),
                new(LoopHeader.Name, await loopHeader.CreateAsync(mail.Occasion.Ticket?.Number ?? "-", addressee, cancellationToken).ConfigureAwait(false)),
            ];
}
