using HelpDesk.Email.Configuration;
using HelpDesk.Email.Mailboxes;
using HelpDesk.Email.Messages;
using HelpDesk.Email.Settings;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Hosting;

/// <summary>Refuses to take mail out of a mailbox for a store that would forget it.</summary>
internal static class DurabilityCheck
{
    /// <exception cref="HelpDeskConfigurationException">A mailbox is to be emptied into a store that is not durable.</exception>
    public static void Check(IMailStore store, IEnumerable<IMailboxSourceFactory> factories, SettingsSnapshot settings)
    {
        if (store.IsDurable)
        {
            return;
        }

        var byKind = factories.Distinct().ToDictionary(factory => factory.Kind, StringComparer.OrdinalIgnoreCase);
        foreach (var (name, mailbox) in settings.Mailboxes)
        {
            if (mailbox.Enabled && byKind.TryGetValue(mailbox.Kind, out var factory)
                && (mailbox.AfterProcessing ?? factory.DefaultAction) is var action and (AfterProcessing.Delete or AfterProcessing.Move))
            {
                throw new HelpDeskConfigurationException(
                    $"HelpDeskEmail:Mailboxes:{name}:AfterProcessing is {action}, and the mail store forgets its mail when the process ends. Write MarkRead or Leave, or use a durable store such as .UseSqlite(...).");
            }
        }
    }
}
