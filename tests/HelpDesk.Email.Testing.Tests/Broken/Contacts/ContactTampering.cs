using HelpDesk.Email.Contacts;
using HelpDesk.Email.Messages;

namespace HelpDesk.Email.Testing.Tests.Broken.Contacts;

/// <summary>What one directory does otherwise than it should.</summary>
internal sealed class ContactTampering
{
    public Around<EmailAddress, Contact?>? Find { get; init; }

    public Around<EmailAddress, Contact>? Create { get; init; }

    public Around<Contact, bool>? Save { get; init; }

    /// <summary>Whether calls run on when their token is cancelled.</summary>
    public bool IgnoresTokens { get; init; }
}
