using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Settings;

/// <summary>Takes snapshots of the settings.</summary>
internal sealed class SettingsReader(IOptionsMonitor<HelpDeskEmailOptions> options, IMailboxCatalog catalog)
{
    public SettingsSnapshot Current => new(options.CurrentValue, catalog.Mailboxes);
}
