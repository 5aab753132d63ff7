using HelpDesk.Email.Contacts;
using HelpDesk.Email.Decisions;
using HelpDesk.Email.Templates;

namespace HelpDesk.Email.Notifications;

/// <summary>Plans the welcome of people who were made contacts because they wrote, where the host invites them.</summary>
internal sealed class Invitations(IContactDirectory contacts, IEnumerable<IContactInvitation> invitations)
{
    private readonly IContactInvitation? _invitation = invitations.LastOrDefault();

    /// <summary>The mail with what the host says, or none.</summary>
    public async ValueTask<IReadOnlyList<PlannedMail>> PlanAsync(Cause cause, CancellationToken cancellationToken)
    {
        if (!IsDue(cause) || await contacts.FindAsync(cause.Author, cancellationToken).ConfigureAwait(false) is not { IsRegistered: false } contact)
        {
            return [];
        }

        var values = await _invitation!.InviteAsync(contact, cancellationToken).ConfigureAwait(false);
        return values is null ? [] : [Planned(cause) with { Invitation = values }];
    }

    /// <summary>The mail where the host could not be asked.</summary>
    public IReadOnlyList<PlannedMail> PlanWithoutValues(Cause cause) => IsDue(cause) ? [Planned(cause)] : [];

    private bool IsDue(Cause cause) => _invitation is not null && cause is { CreatesContact: true, MayRespond: true };

    private static PlannedMail Planned(Cause cause) => new(TemplateNames.ContactWelcome, cause.Author, OutgoingKind.AutomaticAnswer, "the sender was made a contact");
}
