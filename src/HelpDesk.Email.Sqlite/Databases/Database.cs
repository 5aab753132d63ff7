using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Migrations;
using HelpDesk.Email.Sqlite.Writing;
using Microsoft.Extensions.Logging;

namespace HelpDesk.Email.Sqlite.Databases;

/// <summary>One file with its one writer and its readers: what every store of this process shares. Safe on any thread.</summary>
/// <remarks>The schema is brought up to date at first use. Other processes may have the same file open.</remarks>
internal sealed class Database : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SqliteFile _file;
    private readonly Migrator _migrator;
    private readonly ReadPool _readers;
    private readonly WriteQueue _writer;
    private volatile bool _isReady;

    public Database(SqliteFile file, TimeProvider clock, ILogger logger)
        : this(file, clock, logger, Migration.All)
    {
    }

    public Database(SqliteFile file, TimeProvider clock, ILogger logger, IReadOnlyList<Migration> migrations)
    {
        _file = file;
        Path = file.Path;
        Clock = clock;
        Logger = logger;
        _migrator = new Migrator(file, migrations);
        _readers = new ReadPool(file);
        _writer = new WriteQueue(file);
    }

    /// <summary>The full path of the file.</summary>
    public string Path { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    /// <summary>The time now, on the clock that leases run on.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Brings the schema up to date, once.</summary>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        _isReady ? ValueTask.CompletedTask : new ValueTask(Task.Run(Prepare, cancellationToken));

    /// <summary>Runs a query on one state of the database; all of it before the task is handed out.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Connection, T> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return _readers.Read(query);
    }

    /// <summary>As <see cref="ReadAsync"/>, for what can only be called once the schema is there.</summary>
    public T Read<T>(Func<Connection, T> query) => _readers.Read(query);

    /// <summary>Has work done as a whole or not at all; when the task completes it survives a crash.</summary>
    /// <param name="work">Runs on the writer's thread and may run together with other work in one transaction.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer.</param>
    public ValueTask<T> WriteAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) =>
        WriteAsync(work, octets: 0, cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}(Func{Connection, T}, CancellationToken)"/>, for work that no other write follows at once: nobody is kept waiting for one.</summary>
    /// <param name="work">The work.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer.</param>
    public ValueTask<T> WriteLastAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken) =>
        WriteAsync(work, octets: 0, static _ => 0, cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}(Func{Connection, T}, CancellationToken)"/>, for work that writes much.</summary>
    /// <param name="work">The work.</param>
    /// <param name="octets">About how many octets it writes.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer.</param>
    public ValueTask<T> WriteAsync<T>(Func<Connection, T> work, long octets, CancellationToken cancellationToken) =>
        WriteAsync(work, octets, static _ => 1, cancellationToken);

    /// <summary>As <see cref="WriteAsync{T}(Func{Connection, T}, CancellationToken)"/>, for work of which is known what comes after it.</summary>
    /// <param name="work">The work.</param>
    /// <param name="octets">About how many octets it writes.</param>
    /// <param name="followers">How many writes most likely follow such a result soon; they are waited for a little, so that they are committed together.</param>
    /// <param name="cancellationToken">Ends the waiting for the writer.</param>
    public async ValueTask<T> WriteAsync<T>(Func<Connection, T> work, long octets, Func<T, int> followers, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await _writer.RunAsync(work, octets, followers, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does work on a connection of its own, for what can't be part of a group of writes.</summary>
    public async ValueTask<T> AloneAsync<T>(Func<Connection, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Alone(work), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for what is being written, and closes the file.</summary>
    public void Dispose()
    {
        // The writer last: whoever closes the file last folds the log into it.
        _readers.Dispose();
        _writer.Dispose();
    }

    private T Alone<T>(Func<Connection, T> work)
    {
        try
        {
            using var connection = _file.OpenWriter();
            return work(connection);
        }
        catch (Exception e) when (Faults.Translate(e, Path) is var told && !ReferenceEquals(told, e))
        {
            throw told;
        }
    }

    private void Prepare()
    {
        lock (_gate)
        {
            if (_isReady)
            {
                return;
            }

            var (from, to) = _migrator.Run();
            if (from != to)
            {
                DatabaseLog.Migrated(Logger, Path, from, to);
            }

            _isReady = true;
        }
    }
}
