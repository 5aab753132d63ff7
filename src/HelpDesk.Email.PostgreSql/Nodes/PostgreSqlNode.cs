using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Storage;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Nodes;

/// <summary>A process under its name. When the connection that guards the name breaks, it takes the name again. Over the same connection it hears of new rows.</summary>
internal sealed class PostgreSqlNode : IMailStoreNode
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Database _database;
    private readonly CancellationTokenSource _leaving;
    private readonly NewsBox _news = new();
    private readonly Task _guarding;

    /// <summary>Makes a node of a connection that holds the lock of the name.</summary>
    public PostgreSqlNode(Database database, NpgsqlConnection connection, string name)
    {
        _database = database;
        Name = name;
        _leaving = CancellationTokenSource.CreateLinkedTokenSource(database.Closing);
        _guarding = Task.Run(() => GuardAsync(connection));
    }

    public string Name { get; }

    public ValueTask<StoreNews> WaitForNewsAsync(CancellationToken cancellationToken) => _news.TakeAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _leaving.CancelAsync().ConfigureAwait(false);
        await _guarding.ConfigureAwait(false);
        _leaving.Dispose();
        _news.Dispose();
    }

    private async Task GuardAsync(NpgsqlConnection held)
    {
        for (var connection = held; connection is not null; connection = await TakeAgainAsync().ConfigureAwait(false))
        {
            await using (connection.ConfigureAwait(false))
            {
                await WaitUntilBrokenAsync(connection).ConfigureAwait(false);
            }
        }
    }

    private async ValueTask WaitUntilBrokenAsync(NpgsqlConnection connection)
    {
        try
        {
            connection.Notification += (_, heard) => _news.Put(_database.Bell.Read(heard.Payload));
            await new Session(connection).ExecuteAsync([Sql.Write($"LISTEN \"{_database.Bell.Channel}\"")], _leaving.Token).ConfigureAwait(false);

            // What was told before, nobody heard.
            _news.Put(StoreNews.All);
            while (true)
            {
                await connection.WaitAsync(_leaving.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The process leaves; closing the connection frees the name.
        }
        catch (Exception e) when (Faults.IsBroken(e) || e is IOException or TimeoutException)
        {
            NodeLog.Lost(_database.Logger, Name, e);
        }
    }

    private async ValueTask<NpgsqlConnection?> TakeAgainAsync()
    {
        // Not at once: where the server is away for longer this is asked in its turn with all others.
        var isTold = false;
        await PauseAsync().ConfigureAwait(false);
        while (!_leaving.IsCancellationRequested)
        {
            try
            {
                var connection = await _database.ConnectAloneAsync(_leaving.Token).ConfigureAwait(false);
                if (await NodeLock.TryTakeAsync(_database, connection, Name, _leaving.Token).ConfigureAwait(false))
                {
                    NodeLog.TakenAgain(_database.Logger, Name);
                    return connection;
                }

                await connection.DisposeAsync().ConfigureAwait(false);
                if (!isTold)
                {
                    NodeLog.TakenByAnother(_database.Logger, Name);
                    isTold = true;
                }

                await PauseAsync().ConfigureAwait(false);
            }
            catch (Exception e) when (e is HelpDeskEmailException || Faults.IsBroken(e))
            {
                await PauseAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
            {
                return null;
            }
        }

        return null;
    }

    private async ValueTask PauseAsync()
    {
        try
        {
            await Task.Delay(Pause, TimeProvider.System, _leaving.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_leaving.IsCancellationRequested)
        {
            // The loop ends by itself.
        }
    }
}
