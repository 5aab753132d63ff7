using System.Globalization;
using System.Text.Json;
using HelpDesk.Email.CrashCampaign.Stores;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Servers.Tests.Mailboxes;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Tokens;

namespace HelpDesk.Email.CrashCampaign.Crowd;

/// <summary>What several workers share: a PostgreSQL, the mailboxes of a Dovecot, and a server that takes what goes out.</summary>
internal sealed class CrowdWorld : IAsyncDisposable
{
    /// <summary>For how long a worker keeps what it claimed without a sign of life.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private readonly ServerFolder _folder = new();
    private readonly CertificateShelf _certificates = new();
    private readonly List<MailUser> _users = [];
    private Dovecot? _dovecot;

    /// <summary>Only workers are killed here: the server need not wait for the disk.</summary>
    public PostgreSqlUnderTest Store { get; } = new(isDurable: false);

    public ScriptedSmtpServer Taker { get; } = new();

    public bool IsKept { get; set; }

    public string Folder => _folder.Path;

    /// <summary>Lays all mails into their mailboxes, and starts the servers.</summary>
    public static async Task<CrowdWorld> StartAsync(IReadOnlyList<CrowdMail> mails, int mailboxes)
    {
        var world = new CrowdWorld();
        world._folder.Make("mail", isForEverybody: true);
        world._certificates.Write(world._folder);
        for (var box = 0; box < mailboxes; box++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"mail/box{box}");
            world._folder.Make(name, isForEverybody: true);
            world._users.Add(new MailUser(CrowdMail.Address(box), $"secret-{Guid.NewGuid():N}", world._folder[name]));
            new Maildir(world._users[^1]).PutOld(mails.Where(mail => mail.Mailbox == box || (mail.IsCopied && (mail.Mailbox + 1) % mailboxes == box)).Select(mail => mail.Octets()));
        }

        world._dovecot = await Dovecot.StartAsync(world._folder, world._users, world._certificates, new AccessTokens());
        return world;
    }

    /// <summary>A worker of a name, not started.</summary>
    public CrowdWorker Worker(string name)
    {
        var values = new Dictionary<string, string>
        {
            ["Processing:NodeName"] = name,
            ["Processing:PollInterval"] = "00:00:00.2",
            ["Processing:Lease"] = Lease.ToString("c", CultureInfo.InvariantCulture),

            // A reply waits for its ticket, however long that is away with a killed worker.
            ["Processing:MaxWaitForParent"] = "01:00:00",
            ["AutomaticAnswers:Delay"] = "00:00:00",
            ["AutomaticAnswers:MaxInAllInAnHour"] = "1000000",
            ["AutomaticAnswers:MaxPerDomainInAnHour"] = "100000",
            ["Outgoing:default:Kind"] = "Smtp",
            ["Outgoing:default:Host"] = "127.0.0.1",
            ["Outgoing:default:Port"] = Text(Taker.Port),
            ["Outgoing:default:Encryption"] = "None",
            ["Outgoing:default:MaxConnections"] = "2",
        };
        for (var box = 0; box < _users.Count; box++)
        {
            var prefix = $"Mailboxes:box{Text(box)}:";
            values[prefix + "Address"] = _users[box].Address;
            values[prefix + "Kind"] = "Imap";
            values[prefix + "Host"] = "127.0.0.1";
            values[prefix + "Port"] = Text(_dovecot!.Ports.Imap);
            values[prefix + "Encryption"] = "None";
            values[prefix + "UserName"] = _users[box].Address;
            values[prefix + "Password"] = _users[box].Password;
            values[prefix + "CheckInterval"] = "00:00:01";
            values[prefix + "MaxPerCheck"] = "200";
            values[prefix + "AfterProcessing"] = "MarkRead";
        }

        var settings = new Dictionary<string, object> { ["Store"] = Store.Kind, ["Source"] = "imap", ["ConnectionString"] = Store.ConnectionString + ";Maximum Pool Size=20", ["HelpDeskEmail"] = values };
        return new CrowdWorker(_folder.Write($"{name}.json", JsonSerializer.Serialize(settings)), _folder.Path, new Dictionary<string, string>());
    }

    /// <summary>How many mails of the mailboxes are not marked as read.</summary>
    public int Unmarked() => _users.Sum(user => new Maildir(user).Mails().Count(mail => !mail.IsRead));

    public async ValueTask DisposeAsync()
    {
        await Taker.DisposeAsync();
        if (_dovecot is not null)
        {
            await _dovecot.DisposeAsync();
        }

        await Store.DisposeAsync();
        _certificates.Dispose();
        if (!IsKept)
        {
            _folder.Dispose();
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
