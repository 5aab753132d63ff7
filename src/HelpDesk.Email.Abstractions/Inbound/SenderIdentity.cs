using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Inbound;

/// <summary>Who wrote a mail, and how sure we are.</summary>
/// <param name="Address">The one address of From; a stand-in of the mailbox's domain when From can't be read.</param>
/// <param name="Trust">How sure we are.</param>
public sealed record SenderIdentity(EmailAddress Address, SenderTrust Trust)
{
    /// <summary>The person, or <see langword="null"/> for somebody who is not known yet.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What the person is to the help desk.</summary>
    public ContactRole Role => Contact?.Role ?? ContactRole.Requester;

    /// <summary>Whether commands are obeyed and people added at this trust.</summary>
    public bool HasAuthority => Trust is SenderTrust.Proven or SenderTrust.NotEvaluated;
}
