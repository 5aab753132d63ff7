using HelpDesk.Email.CrashCampaign.Posting;
using HelpDesk.Email.CrashCampaign.Stores;
using HelpDesk.Email.Servers.Tests.Certificates;
using HelpDesk.Email.Servers.Tests.Delivery;
using HelpDesk.Email.Servers.Tests.Servers;
using HelpDesk.Email.Servers.Tests.Tokens;
using Addresses = HelpDesk.Email.CrashCampaign.Seeding.Addresses;

namespace HelpDesk.Email.CrashCampaign.Worlds;

/// <summary>All that stays while workers come and go: the database, the mailboxes, and the server that takes the help desk's mail.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly ServerFolder _folder = new();
    private readonly CertificateShelf _certificates = new();
    private Dovecot? _dovecot;
    private bool _isKept;

    private World(WorldPlan plan) => Plan = plan;

    public WorldPlan Plan { get; }

    /// <summary>Takes what the help desk sends, and remembers it.</summary>
    public ScriptedSmtpServer Taker { get; } = new();

    public IStoreUnderTest Store { get; private set; } = null!;

    public IPost Post { get; private set; } = null!;

    /// <summary>The settings of a worker.</summary>
    public string SettingsFile => _folder["worker.json"];

    /// <summary>What the workers wrote.</summary>
    public string Log => _folder["worker.log"];

    /// <summary>A folder for files of the campaign.</summary>
    public string Folder => _folder.Path;

    public static async Task<World> StartAsync(WorldPlan plan)
    {
        var world = new World(plan);
        try
        {
            await world.StartAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves the files behind: somebody has to look at them.</summary>
    public void Keep() => _isKept = true;

    public async ValueTask DisposeAsync()
    {
        if (Post is not null)
        {
            await Post.DisposeAsync();
        }

        await Taker.DisposeAsync();
        if (_dovecot is not null)
        {
            await _dovecot.DisposeAsync();
        }

        if (Store is not null)
        {
            await Store.DisposeAsync();
        }

        _certificates.Dispose();
        if (!_isKept)
        {
            _folder.Dispose();
        }
    }

    private async Task StartAsync()
    {
        Store = Plan.Store switch
        {
            "sqlite" => new SqliteUnderTest(Plan.Folder ?? _folder.Path),
            "postgres" => new PostgreSqlUnderTest(),
            _ => throw new ArgumentException($"--store {Plan.Store} is none of sqlite, postgres."),
        };
        var settings = new WorkerSettings(Plan, Taker.Port);
        if (Plan.Source == "smtp")
        {
            var port = ServerPorts.Free();
            settings.Listen(port);
            Post = new SmtpPost(port);
        }
        else
        {
            _folder.Make("mail", isForEverybody: true);
            var support = User("support", Addresses.Support);
            var sales = User("sales", Addresses.Sales);
            _certificates.Write(_folder);
            _dovecot = await Dovecot.StartAsync(_folder, [support, sales], _certificates, new AccessTokens());
            settings.Read("support", support, _dovecot.Ports);
            settings.Read("sales", sales, _dovecot.Ports);
            Post = new MaildirPost(support, sales, Plan.After);
        }

        _folder.Write("worker.json", settings.ToJson(Store));
    }

    private MailUser User(string name, string address)
    {
        var user = new MailUser(address, $"secret-{Guid.NewGuid():N}", _folder[$"mail/{name}"]);
        _folder.Make($"mail/{name}", isForEverybody: true);
        return user;
    }
}
