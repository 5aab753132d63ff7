namespace HelpDesk.Email.Documentation.Tests.Guides;

/// <summary>The accounts of Acme's portal, as the guide's invitation needs them.</summary>
internal interface IAcmeAccounts
{
    /// <summary>Makes an account, or finds the one that is there, and gives a link by which its owner chooses a password.</summary>
    Task<Uri> InviteAsync(string userName, CancellationToken cancellationToken);
}
