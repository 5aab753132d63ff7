using System.Data;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Migrations;
using HelpDesk.Email.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>One schema of one database, as every store of this process shares it. Safe on any thread.</summary>
/// <remarks>The schema is brought up to date at first use. A connection is taken for each piece of work and given back before the caller goes on.</remarks>
internal sealed class Database : IDisposable
{
    private const int MaxTries = 5;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly NpgsqlDataSource _source;
    private readonly Migrator _migrator;
    private readonly bool _hasOwnClock;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isReady;

    public Database(Place place, TimeProvider clock, ILogger logger)
        : this(place, clock, logger, Migration.All)
    {
    }

    public Database(Place place, TimeProvider clock, ILogger logger, IReadOnlyList<Migration> migrations)
    {
        Place = place;
        Clock = clock;
        Logger = logger;
        _hasOwnClock = ReferenceEquals(clock, TimeProvider.System);
        Closing = _closing.Token;
        _source = NpgsqlDataSource.Create(ConnectionText.Of(place));
        Bell = new Bell(this);
        _migrator = new Migrator(_source, place.Schema, migrations);
    }

    public Place Place { get; }

    public TimeProvider Clock { get; }

    public ILogger Logger { get; }

    /// <summary>Wakes the workers of other processes.</summary>
    public Bell Bell { get; }

    /// <summary>Is cancelled when the stores are disposed.</summary>
    public CancellationToken Closing { get; }

    /// <summary>The time that statements take for now: <see langword="null"/> for the server's own, so that machines whose clocks differ agree.</summary>
    public DateTimeOffset? Now => _hasOwnClock ? null : Clock.GetUtcNow();

    /// <summary>The statement's time, where its first value is <see cref="Now"/>.</summary>
    public const string NowSql = "coalesce($1, statement_timestamp())";

    /// <summary>The number of an advisory lock.</summary>
    public long LockOf(string name) => TextKey.Lock(Place.Schema, name);

    /// <summary>Brings the schema up to date, once.</summary>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) => _isReady ? ValueTask.CompletedTask : MigrateAsync(cancellationToken);

    /// <summary>Does a piece of work on a connection. Work that stood in another's way is done again from its start.</summary>
    public async ValueTask<T> RunAsync<T>(Func<Session, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken).ConfigureAwait(false);
        for (var i = 1; ; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                return await OnceAsync(work, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (i < MaxTries && Faults.IsCollision(e))
            {
                // It had no effect: whoever was in the way has gone on meanwhile.
            }
            catch (Exception e) when (Faults.Translate(e) is var told && !ReferenceEquals(told, e))
            {
                throw told;
            }
        }
    }

    /// <summary>As <see cref="RunAsync"/>, for work that changes nothing: it is done once more where a connection turned out to be dead.</summary>
    public async ValueTask<T> ReadAsync<T>(Func<Session, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(work, cancellationToken).ConfigureAwait(false);
        }
        catch (Messages.StoreUnavailableException e) when (e.InnerException is { } inner && Faults.IsBroken(inner))
        {
            return await RunAsync(work, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Executes statements in one transaction and one round trip.</summary>
    public ValueTask<int> ExecuteAsync(IReadOnlyList<Sql> statements, CancellationToken cancellationToken) =>
        RunAsync((session, token) => session.ExecuteAsync(statements, token), cancellationToken);

    /// <summary>As <see cref="ExecuteAsync(IReadOnlyList{Sql}, CancellationToken)"/>, and tells other processes of the new rows.</summary>
    public async ValueTask<int> ExecuteAsync(IReadOnlyList<Sql> statements, StoreNews news, CancellationToken cancellationToken)
    {
        var ring = Bell.For(news);
        var changed = await ExecuteAsync([.. statements, .. ring.Statements], cancellationToken).ConfigureAwait(false);
        ring.Committed();
        return changed;
    }

    /// <summary>Opens a connection that is the caller's own, and not of the pool.</summary>
    public async ValueTask<NpgsqlConnection> ConnectAloneAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(ConnectionText.Alone(Place));
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch (Exception e)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            var told = Faults.Translate(e);
            if (ReferenceEquals(told, e))
            {
                throw;
            }

            throw told;
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
        _source.Dispose();
        _gate.Dispose();
    }

    private async ValueTask<T> OnceAsync<T>(Func<Session, CancellationToken, ValueTask<T>> work, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                return await work(new Session(connection), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (Faults.IsBroken(e))
            {
                // After a restart of the server all that the pool holds is dead; each would fail once.
                NpgsqlConnection.ClearPool(connection);
                throw;
            }
            catch (Exception e) when (e is not NpgsqlException && connection.FullState.HasFlag(ConnectionState.Broken))
            {
                // A statement that was cancelled just as it ended can leave a connection on which answers come out of turn. Npgsql
                // gives it up with an exception of no type of its own; for a caller it is a connection that broke.
                throw new NpgsqlException("The connection was given up, since what the server sent on it could not be read.", e);
            }
        }
    }

    private async ValueTask MigrateAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isReady)
            {
                return;
            }

            var (from, to) = await _migrator.RunAsync(cancellationToken).ConfigureAwait(false);
            if (from != to)
            {
                DatabaseLog.Migrated(Logger, Place.Schema, from, to);
            }

            _isReady = true;
        }
        catch (Exception e) when (Faults.Translate(e) is var told && !ReferenceEquals(told, e))
        {
            throw told;
        }
        finally
        {
            _gate.Release();
        }
    }
}
