using Microsoft.Extensions.Configuration;

namespace HelpDesk.Email.Testing.Harness;

/// <summary>The settings of a harness as a source of configuration that can change; what a desk can't do without is added.</summary>
internal sealed class HarnessSettings : ConfigurationProvider, IConfigurationSource
{
    public const string Section = "HelpDeskEmail";

    public HarnessSettings(IEnumerable<KeyValuePair<string, string?>> settings) => Set(settings);

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    /// <summary>Puts other settings in the place of all; who watches them is told before the call returns.</summary>
    public void Replace(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        Set(settings);
        OnReload();
    }

    private void Set(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var all = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        if (!all.Keys.Any(key => key.StartsWith("Mailboxes:", StringComparison.OrdinalIgnoreCase)))
        {
            all["Mailboxes:support:Address"] = "support@helpdesk.test";
        }

        if (!all.Keys.Any(key => key.StartsWith("Outgoing:", StringComparison.OrdinalIgnoreCase)))
        {
            all["Outgoing:default:Kind"] = "Memory";
        }

        Data = all.ToDictionary(setting => $"{Section}:{setting.Key}", setting => setting.Value, StringComparer.OrdinalIgnoreCase);
    }
}
