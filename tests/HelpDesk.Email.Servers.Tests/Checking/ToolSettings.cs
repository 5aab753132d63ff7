using System.Globalization;
using HelpDesk.Email.Configuration;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Engine;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Checking;

/// <summary>Settings of many mailboxes and accounts, none of which pins a certificate: all checks count.</summary>
/// <param name="user">Whose they are.</param>
/// <param name="account">The account that the mailboxes answer by.</param>
internal sealed class ToolSettings(MailUser user, string account = "default")
{
    /// <summary>The settings.</summary>
    public EngineSettings Values { get; } = new();

    /// <summary>Adds a mailbox.</summary>
    public ToolSettings Mailbox(
        string name, string kind, int port, string host = Addresses.Good, MailEncryption encryption = MailEncryption.ImplicitTls, string? timeout = null, string? password = null, string? folder = null)
    {
        Server($"Mailboxes:{name}", kind, port, host, encryption, timeout, password);
        Values[$"Mailboxes:{name}:Address"] = $"{name}@{MailServers.Domain}";
        Values[$"Mailboxes:{name}:Account"] = account;
        Values[$"Mailboxes:{name}:Folder"] = folder;
        return this;
    }

    /// <summary>Adds an account.</summary>
    public ToolSettings Account(
        string name, int port, string host = Addresses.Good, MailEncryption encryption = MailEncryption.ImplicitTls, string? timeout = null, string? password = null)
    {
        Server($"Outgoing:{name}", "Smtp", port, host, encryption, timeout, password);
        Values[$"Outgoing:{name}:From"] = user.Address;
        return this;
    }

    private void Server(string key, string kind, int port, string host, MailEncryption encryption, string? timeout, string? password)
    {
        Values[$"{key}:Kind"] = kind;
        Values[$"{key}:Host"] = host;
        Values[$"{key}:Port"] = port.ToString(CultureInfo.InvariantCulture);
        Values[$"{key}:Encryption"] = encryption.ToString();
        Values[$"{key}:UserName"] = user.Address;
        Values[$"{key}:Password"] = password ?? user.Password;
        Values[$"{key}:Timeout"] = timeout;
    }
}
