using HelpDesk.Email.Contacts;

namespace HelpDesk.Email.Documentation.Tests.Guides;

#region contact-invitation
/// <summary>Gives everybody who writes to Acme an account in its portal.</summary>
internal sealed class AcmeInvitation(IAcmeAccounts accounts) : IContactInvitation
{
    public async ValueTask<ContactInvitation?> InviteAsync(Contact contact, CancellationToken cancellationToken)
    {
        // Finds the account where a crash had us called before.
        var link = await accounts.InviteAsync(contact.Address.Address, cancellationToken);
        return new ContactInvitation { UserName = contact.Address.Address, Url = link.AbsoluteUri };
    }
}
#endregion
