using System.Net;
using HelpDesk.Email.Configuration;

namespace HelpDesk.Email.Settings;

/// <summary>What is allowed in the settings, and hardly meant.</summary>
internal static class SettingsAdvice
{
    /// <summary>One sentence for each thing, which names the key.</summary>
    public static IEnumerable<string> Of(HelpDeskEmailOptions options)
    {
        var accounts = options.Mailboxes
            .Where(mailbox => mailbox.Value is { Enabled: true, Host.Length: > 0, UserName.Length: > 0 })
            .GroupBy(mailbox => $"{mailbox.Value.Host} {mailbox.Value.UserName} {mailbox.Value.Folder}", StringComparer.OrdinalIgnoreCase);
        foreach (var names in accounts.Select(account => account.Select(mailbox => mailbox.Key).ToList()).Where(names => names.Count > 1))
        {
            yield return $"HelpDeskEmail:Mailboxes: {string.Join(" and ", names)} are the same account; each takes mail from the other. Give each its own, or disable one.";
        }

        foreach (var (key, server) in Servers(options))
        {
            if (server is { Encryption: MailEncryption.None, UserName.Length: > 0 } && !IsHere(server.Host))
            {
                yield return $"HelpDeskEmail:{key}:Encryption is None, and the password goes to {server.Host} for everybody on the way to read. Write ImplicitTls or StartTls.";
            }
        }

        var links = options.Links;
        var linked = Uri.TryCreate(links.RootUrl, UriKind.Absolute, out var root) ? root.Host : links.Host;
        if (linked is { Length: > 0 } && IsHere(linked.Trim('[', ']')))
        {
            yield return $"HelpDeskEmail:Links:{(links.RootUrl is null ? "Host" : "RootUrl")} is {links.RootUrl ?? links.Host}: the links in mails lead everybody to their own machine. Write the name that others reach this host by.";
        }

        foreach (var (key, address) in ReplyAddresses(options))
        {
            if (address is { Length: > 0 } && !options.Mailboxes.Values.Any(mailbox => mailbox.Enabled && mailbox.IsReachedBy(address)))
            {
                yield return $"HelpDeskEmail:{key}:ReplyTo is '{address}', and no mailbox reads it: answers do not come back to their tickets. Write the address or an alias of a mailbox.";
            }
        }
    }

    private static IEnumerable<(string Key, string? Address)> ReplyAddresses(HelpDeskEmailOptions options) =>
        options.Mailboxes.Where(mailbox => mailbox.Value.Enabled).Select(mailbox => ($"Mailboxes:{mailbox.Key}", mailbox.Value.ReplyTo))
            .Concat(options.Departments.Select(department => ($"Departments:{department.Key}", department.Value.ReplyTo)))
            .Concat(options.Brands.Select(brand => ($"Brands:{brand.Key}", brand.Value.ReplyTo)));

    private static IEnumerable<(string Key, MailServerOptions Server)> Servers(HelpDeskEmailOptions options) =>
        options.Mailboxes.Where(mailbox => mailbox.Value.Enabled).Select(mailbox => ($"Mailboxes:{mailbox.Key}", (MailServerOptions)mailbox.Value))
            .Concat(options.Outgoing.Select(account => ($"Outgoing:{account.Key}", (MailServerOptions)account.Value)));

    private static bool IsHere(string? host) =>
        string.IsNullOrEmpty(host) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
