using System.Globalization;
using System.Text.Json;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.Servers.Tests.Engine;

/// <summary>Settings of an engine, as they would stand in a file.</summary>
internal sealed class EngineSettings
{
    /// <summary>Key and value.</summary>
    public Dictionary<string, string?> Values { get; } = new()
    {
        ["HelpDeskEmail:AutomaticAnswers:Delay"] = "00:00:00",
        ["HelpDeskEmail:Processing:PollInterval"] = "00:00:00.05",
    };

    public string? this[string key]
    {
        set => Values["HelpDeskEmail:" + key] = value;
    }

    /// <summary>Adds a mailbox at Dovecot, with TLS and the certificate pinned.</summary>
    public EngineSettings Mailbox(MailServers servers, string name, MailUser user, string kind = "Imap", int? port = null)
    {
        var mailbox = $"Mailboxes:{name}";
        this[$"{mailbox}:Address"] = user.Address;
        this[$"{mailbox}:Kind"] = kind;
        this[$"{mailbox}:Host"] = "127.0.0.1";
        this[$"{mailbox}:Port"] = Text(port ?? (kind == "Imap" ? servers.Dovecot.Ports.Imaps : servers.Dovecot.Ports.Pop3s));
        this[$"{mailbox}:UserName"] = user.Address;
        this[$"{mailbox}:Password"] = user.Password;
        this[$"{mailbox}:PinnedCertificate"] = servers.Certificates.Good.Pin;
        this[$"{mailbox}:CheckInterval"] = "00:00:01";
        return this;
    }

    /// <summary>Sends by Postfix, with STARTTLS and a log-in.</summary>
    public EngineSettings Outgoing(MailServers servers, MailUser user, string name = "default", int? port = null)
    {
        var account = $"Outgoing:{name}";
        this[$"{account}:Kind"] = "Smtp";
        this[$"{account}:Host"] = "127.0.0.1";
        this[$"{account}:Port"] = Text(port ?? servers.Postfix.Ports.Smtp);
        this[$"{account}:UserName"] = user.Address;
        this[$"{account}:Password"] = user.Password;
        this[$"{account}:PinnedCertificate"] = servers.Certificates.Good.Pin;
        return this;
    }

    /// <summary>As a file.</summary>
    public string ToJson() => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["HelpDeskEmail"] = Values.Where(setting => setting.Value is not null).ToDictionary(setting => setting.Key["HelpDeskEmail:".Length..], setting => setting.Value),
    });

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
