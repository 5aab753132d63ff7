using System.Collections.ObjectModel;
using HelpDesk.Email.Configuration;
using Microsoft.Extensions.Options;

namespace HelpDesk.Email.Settings;

/// <summary>The mailboxes of the settings.</summary>
internal sealed class ConfiguredMailboxCatalog(IOptionsMonitor<HelpDeskEmailOptions> options) : IMailboxCatalog
{
    public IReadOnlyDictionary<string, MailboxOptions> Mailboxes => new ReadOnlyDictionary<string, MailboxOptions>(options.CurrentValue.Mailboxes);
}
