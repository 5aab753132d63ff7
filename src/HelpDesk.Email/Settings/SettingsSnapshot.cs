using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>The settings as they stood at one moment: one mail sees one of them from its start to its end.</summary>
/// <param name="Options">The section.</param>
/// <param name="Mailboxes">The mailboxes of the catalog.</param>
internal sealed record SettingsSnapshot(HelpDeskEmailOptions Options, IReadOnlyDictionary<string, MailboxOptions> Mailboxes)
{
    /// <summary>A mailbox by its name; one with the defaults when it is gone from the settings while its mail is still in the journal.</summary>
    public MailboxOptions MailboxOf(string name) => Mailboxes.TryGetValue(name, out var mailbox) ? mailbox : new MailboxOptions();
}
