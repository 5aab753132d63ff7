using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using HelpDesk.Email.CrashCampaign.Crowd;
using HelpDesk.Email.Servers.Tests.Servers;
using Npgsql;

namespace HelpDesk.Email.CrashCampaign.Poison;

/// <summary>A help desk with a broken step over a database of its own, and the supervisor that starts its worker again whenever it ends.</summary>
internal sealed class PoisonDesk : IAsyncDisposable
{
    // 1 GB is more than the worker may have.
    private const string HeapLimit = "0x14000000";

    private static int _count;

    private readonly ServerFolder _folder = new();
    private readonly string _server;
    private readonly string _database = string.Create(CultureInfo.InvariantCulture, $"poison{Interlocked.Increment(ref _count)}");
    private readonly TimeSpan _budget;
    private readonly IReadOnlyList<PoisonMail> _mails;

    public PoisonDesk(string server, IReadOnlyList<PoisonMail> mails, TimeSpan budget)
    {
        (_server, _mails, _budget) = (server, mails, budget);
        Execute(server, $"CREATE DATABASE {_database}");
        _folder.Make("mail");
        foreach (var mail in mails)
        {
            File.WriteAllBytes(Path.Combine(_folder["mail"], string.Create(CultureInfo.InvariantCulture, $"{mail.Number:D6}.eml")), mail.Octets());
        }
    }

    public int Restarts { get; private set; }

    public string Folder => _folder.Path;

    public bool IsKept { get; set; }

    private string Diary => _folder["diary"];

    /// <summary>Works until a question about the database is answered with 0, or the time is over.</summary>
    /// <param name="isBroken">Whether the step does harm.</param>
    /// <param name="replays">Whether what is in quarantine is sent through once more.</param>
    /// <param name="open">The question.</param>
    /// <param name="hurries">Whether rests are cut short: for tests that have no time.</param>
    /// <param name="atMost">How long at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WorkAsync(bool isBroken, bool replays, string open, bool hurries, TimeSpan atMost, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var settings = _folder.Write("worker.json", Settings(isBroken, replays));
        await using var worker = new CrowdWorker(settings, Folder, new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = HeapLimit, ["DOTNET_DbgEnableMiniDump"] = "0" }, "poison-worker");
        worker.Start();
        while (clock.Elapsed < atMost)
        {
            if (!worker.IsRunning)
            {
                Restarts++;
                worker.Start();
            }

            if (await CountAsync(open, cancellationToken) == 0)
            {
                break;
            }

            if (hurries)
            {
                await CountAsync("WITH hurried AS (UPDATE journal_queue SET due = '-infinity', not_before = now() WHERE node IS NULL AND due > now() RETURNING id) SELECT 1 + count(*) FROM hurried", cancellationToken);
            }

            await worker.EndsAsync(TimeSpan.FromMilliseconds(250));
        }

        if (worker.IsRunning)
        {
            await worker.StopAsync();
        }
    }

    /// <summary>What a question is answered with; 1 while there are no tables.</summary>
    public async Task<double> CountAsync(string query, CancellationToken cancellationToken)
    {
        try
        {
            return Convert.ToDouble((await RowsAsync(query, cancellationToken))[0][0], CultureInfo.InvariantCulture);
        }
        catch (NpgsqlException)
        {
            return 1;
        }
    }

    public async Task<IReadOnlyList<object[]>> RowsAsync(string query, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Connection + ";Pooling=false;Search Path=helpdesk");
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(query, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<object[]>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>How often the step saw each poisonous mail.</summary>
    public IReadOnlyDictionary<string, int> Seen() => File.Exists(Diary)
        ? File.ReadAllLines(Diary).GroupBy(line => line.Trim('<', '>'), StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal)
        : new Dictionary<string, int>();

    public ValueTask DisposeAsync()
    {
        Execute(_server, $"DROP DATABASE {_database} WITH (FORCE)");
        if (!IsKept)
        {
            _folder.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private string Connection => new NpgsqlConnectionStringBuilder(_server) { Database = _database }.ConnectionString;

    private string Settings(bool isBroken, bool replays) => JsonSerializer.Serialize(new Dictionary<string, object>
    {
        ["ConnectionString"] = Connection,
        ["Replay"] = replays ? "true" : "false",
        ["Poison"] = new Dictionary<string, string> { ["On"] = isBroken ? "true" : "false", ["Diary"] = Diary },
        ["HelpDeskEmail"] = new Dictionary<string, string>
        {
            ["Processing:NodeName"] = "poisoned",
            ["Processing:PollInterval"] = "00:00:00.1",
            ["Processing:Lease"] = "00:00:05",
            ["Processing:MaxTimePerAttempt"] = _budget.ToString("c", CultureInfo.InvariantCulture),
            ["Mailboxes:support:Address"] = "support@desk.test",
            ["Mailboxes:support:Kind"] = "DropFolder",
            ["Mailboxes:support:Folder"] = _folder["mail"],
            ["Mailboxes:support:CheckInterval"] = "00:00:01",
            ["Mailboxes:support:MaxPerCheck"] = "9999",
            ["Mailboxes:support:AfterProcessing"] = "Delete",
            ["Departments:Support:Autoresponder:Enabled"] = "false",
            ["Outgoing:default:Kind"] = "Pickup",
            ["Outgoing:default:Folder"] = _folder.Make("outbox"),
            ["AutomaticAnswers:MaxInAllInAnHour"] = "0",
        },
    });

    private static void Execute(string server, string sql)
    {
        using var connection = new NpgsqlConnection(server + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
