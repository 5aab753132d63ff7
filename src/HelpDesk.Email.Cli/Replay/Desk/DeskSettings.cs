using System.Text.Json.Nodes;
using HelpDesk.Email.Cli.Settings;

namespace HelpDesk.Email.Cli.Replay.Desk;

/// <summary>Makes a host's settings fit for a help desk in memory: nothing is fetched, nothing is sent.</summary>
internal static class DeskSettings
{
    private const string Mailboxes = "Mailboxes";
    private const string Outgoing = "Outgoing";
    private const string Templates = "Templates:Folder";

    /// <param name="section">The host's section.</param>
    /// <param name="mailbox">The name for the one mailbox of settings that have none.</param>
    /// <param name="folder">To what the folder of templates is relative.</param>
    public static Dictionary<string, string?> Of(JsonObject section, string? mailbox, string folder)
    {
        var settings = SettingsJson.Flatten(section);
        var mailboxes = Names(section, Mailboxes).DefaultIfEmpty(mailbox ?? "support").ToList();
        foreach (var name in mailboxes)
        {
            settings[$"{Mailboxes}:{name}:Kind"] = "None";
            settings.TryAdd($"{Mailboxes}:{name}:Address", $"{name}@helpdesk.test");
        }

        var accounts = Names(section, Outgoing);
        if (accounts.Count == 0)
        {
            accounts.AddRange(mailboxes.Select(name => settings.GetValueOrDefault($"{Mailboxes}:{name}:Account") ?? "default"));
        }

        foreach (var name in accounts)
        {
            settings[$"{Outgoing}:{name}:Kind"] = "Memory";
        }

        if (settings.TryGetValue(Templates, out var templates) && !string.IsNullOrEmpty(templates))
        {
            settings[Templates] = Path.Combine(folder, templates);
        }

        return settings;
    }

    // Of the JSON: an empty object names a mailbox too, and leaves no key behind.
    private static List<string> Names(JsonObject section, string list) => section
        .Where(member => member.Key.Equals(list, StringComparison.OrdinalIgnoreCase))
        .SelectMany(member => member.Value as JsonObject ?? [])
        .Select(member => member.Key)
        .ToList();
}
