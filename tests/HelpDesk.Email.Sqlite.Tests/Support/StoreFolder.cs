using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Databases;
using HelpDesk.Email.Sqlite.Migrations;
using HelpDesk.Email.Testing.Time;
using Microsoft.Extensions.Logging.Abstractions;

namespace HelpDesk.Email.Sqlite.Tests.Support;

/// <summary>A database file in a folder of its own, opened as often as a test likes: each time as another process would.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly List<IDisposable> _opened = [];

    public StoreFolder()
        : this(new ManualTimeProvider(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)))
    {
    }

    private StoreFolder(ManualTimeProvider clock)
    {
        Clock = clock;
        Folder = Directory.CreateTempSubdirectory("helpdesk-sqlite-").FullName;
    }

    public string Folder { get; }

    public ManualTimeProvider Clock { get; }

    public string DatabasePath => Path.Combine(Folder, "helpdesk.db");

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public SqliteOptions Options => new() { ConnectionString = $"Data Source={DatabasePath}", BusyTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>All stores over the file, with a writer and connections of their own.</summary>
    public SqliteStores Open(SqliteOptions? options = null) => Keep(new SqliteStores(options ?? Options, Clock, NullLogger.Instance));

    public Database OpenDatabase(TimeSpan? busyTimeout = null) => Keep(new Database(File(busyTimeout), Clock, NullLogger.Instance));

    public Database OpenDatabase(IReadOnlyList<Migration> migrations) => Keep(new Database(File(null), Clock, NullLogger.Instance, migrations));

    public SqliteFile File(TimeSpan? busyTimeout) => new(Options.ConnectionString, busyTimeout ?? Options.BusyTimeout);

    /// <summary>The files as a process that is killed now would leave them, in a new folder: the database and its log, the log not closed.</summary>
    /// <remarks>The clock goes on where it stood.</remarks>
    public StoreFolder Crash()
    {
        var copy = new StoreFolder(Clock);
        foreach (var path in new[] { DatabasePath, $"{DatabasePath}-wal" }.Where(System.IO.File.Exists))
        {
            System.IO.File.Copy(path, Path.Combine(copy.Folder, Path.GetFileName(path)));
        }

        return copy;
    }

    /// <summary>A bare connection, as another program would have one.</summary>
    public Connection Connect(TimeSpan? busyTimeout = null) => Keep(File(busyTimeout).OpenWriter());

    public void Dispose()
    {
        foreach (var opened in Enumerable.Reverse(_opened))
        {
            opened.Dispose();
        }

        Directory.Delete(Folder, recursive: true);
    }

    private T Keep<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
