using System.Globalization;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.PostgreSql.Tests.Servers;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Tests.Support;

/// <summary>A schema of its own on the server of the tests, opened as often as a test likes: each time as another process would.</summary>
internal sealed class StoreSchema : IDisposable
{
    private static int _count;

    private readonly List<PostgreSqlStores> _opened = [];
    private readonly PostgreSqlServer _server;

    public StoreSchema(PostgreSqlServer? server = null)
    {
        _server = server ?? TestServer.Instance;
        Name = string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _count)}");
    }

    public string Name { get; }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public PostgreSqlOptions Options => new()
    {
        ConnectionString = $"{_server.ConnectionString};Application Name={Name};Maximum Pool Size=12",
        Schema = Name,
    };

    /// <summary>All stores over the schema, with connections of their own, on the clock of the test.</summary>
    public PostgreSqlStores Open(PostgreSqlOptions? options = null, TimeProvider? clock = null)
    {
        var stores = new PostgreSqlStores(options ?? Options, clock ?? Clock, NullLogger.Instance);
        lock (_opened)
        {
            // Some tests open theirs from many threads at once.
            _opened.Add(stores);
        }

        return stores;
    }

    public Database OpenDatabase() => new(PostgreSqlStores.PlaceOf(Options), Clock, NullLogger.Instance);

    /// <summary>Ends all connections as those of processes that are killed now, with whatever they were about.</summary>
    public void Crash()
    {
        Terminate();
        foreach (var stores in _opened)
        {
            stores.Dispose();
        }

        _opened.Clear();

        // The server answers before its processes are gone, and with them their locks.
        while (Terminate() > 0)
        {
            Thread.Sleep(1);
        }
    }

    /// <summary>Ends all connections of the stores; they may make new ones.</summary>
    public long Terminate() => Scalar<long>($"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '{Name}'");

    /// <summary>Executes statements over a connection of another program, with the tables of the schema.</summary>
    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Has the server count the tables, and no others: until it has counted all of a database it would hold tables of the other tests, which change theirs meanwhile.</summary>
    public void Analyze() => Execute("ANALYZE " + Scalar<string>($"SELECT string_agg(tablename, ', ') FROM pg_tables WHERE schemaname = '{Name}'"));

    public T Scalar<T>(string sql)
    {
        using var connection = Connect();
        using var command = new NpgsqlCommand(sql, connection);
        return (T)command.ExecuteScalar()!;
    }

    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection($"{_server.ConnectionString};Pooling=false;Application Name=tests;Search Path={Name}");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        foreach (var stores in _opened)
        {
            stores.Dispose();
        }
    }
}
