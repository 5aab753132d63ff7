using System.Globalization;
using System.Text.Json;
using HelpDesk.Email.CrashCampaign.Seeding;
using HelpDesk.Email.CrashCampaign.Stores;
using HelpDesk.Email.Servers.Tests.Servers;

namespace HelpDesk.Email.CrashCampaign.Worlds;

/// <summary>The settings of a worker, as they stand in its file.</summary>
internal sealed class WorkerSettings
{
    private readonly Dictionary<string, string> _values;
    private readonly WorldPlan _plan;

    public WorkerSettings(WorldPlan plan, int takerPort)
    {
        _plan = plan;
        _values = new()
        {
            ["Processing:NodeName"] = "campaign",
            ["Processing:PollInterval"] = "00:00:00.05",

            // A reply waits for its ticket however long that takes, and a row that is killed alone again and again does not
            // end in quarantine: who kills a process every second has such settings.
            ["Processing:MaxWaitForParent"] = "01:00:00",
            ["Processing:MaxAttempts"] = "10",
            ["AutomaticAnswers:Delay"] = "00:00:00",
            ["AutomaticAnswers:MaxInAllInAnHour"] = "1000000",

            // The worker's clock goes ahead of that of the mails whenever something rests, in long runs by more than a day.
            ["AutomaticAnswers:MaxMailAge"] = "365.00:00:00",
            ["Mailboxes:support:Address"] = Addresses.Support,
            ["Mailboxes:sales:Address"] = Addresses.Sales,
            ["Outgoing:default:Kind"] = "Smtp",
            ["Outgoing:default:Host"] = "127.0.0.1",
            ["Outgoing:default:Port"] = Text(takerPort),
            ["Outgoing:default:Encryption"] = "None",
            ["Outgoing:default:Timeout"] = "00:00:10",
            ["Outgoing:default:MaxConnections"] = "2",
        };
    }

    /// <summary>Reads a mailbox of Dovecot.</summary>
    public void Read(string name, MailUser user, DovecotPorts ports)
    {
        Set(name, "Kind", _plan.Source == "pop3" ? "Pop3" : "Imap");
        Set(name, "Host", "127.0.0.1");
        Set(name, "Port", Text(_plan.Source == "pop3" ? ports.Pop3 : ports.Imap));
        Set(name, "Encryption", "None");
        Set(name, "Timeout", "00:00:10");
        Set(name, "UserName", user.Address);
        Set(name, "Password", user.Password);
        Set(name, "CheckInterval", "00:00:01");
        Set(name, "AfterProcessing", _plan.After.ToString());
    }

    /// <summary>Takes mail by SMTP.</summary>
    public void Listen(int port)
    {
        _values["SmtpListener:Port"] = Text(port);
        Set("support", "Kind", "None");
        Set("sales", "Kind", "None");
    }

    public string ToJson(IStoreUnderTest store) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["Store"] = store.Kind,
        ["Source"] = _plan.Source,
        ["ConnectionString"] = store.ConnectionString,
        ["HelpDeskEmail"] = _values,
    });

    private void Set(string mailbox, string key, string value) => _values[$"Mailboxes:{mailbox}:{key}"] = value;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
