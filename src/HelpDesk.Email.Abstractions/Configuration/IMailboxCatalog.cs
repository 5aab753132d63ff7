namespace HelpDesk.Email.Configuration;

/// <summary>Where the mailboxes come from: the settings by default, the host's database if it likes.</summary>
/// <remarks>Called often and from several threads; answers from memory.</remarks>
public interface IMailboxCatalog
{
    /// <summary>The mailboxes by name, as they stand now.</summary>
    IReadOnlyDictionary<string, MailboxOptions> Mailboxes { get; }
}
