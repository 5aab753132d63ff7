using System.Globalization;
using HelpDesk.Email.Messages;
using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Nodes;

/// <summary>A name that no other living process has: an advisory lock of a connection of its own. The server lets go of it when the process ends, however that comes about.</summary>
internal static class NodeLock
{
    private const int MaxNames = 1000;

    /// <summary>Takes the wished name, or that with the first number that is free.</summary>
    public static async ValueTask<string> TakeAsync(Database database, NpgsqlConnection connection, string wishedName, CancellationToken cancellationToken)
    {
        for (var i = 1; i <= MaxNames; i++)
        {
            var name = i == 1 ? wishedName : string.Create(CultureInfo.InvariantCulture, $"{wishedName}-{i}");
            if (await TryTakeAsync(database, connection, name, cancellationToken).ConfigureAwait(false))
            {
                return name;
            }
        }

        throw new StoreUnavailableException($"There are {MaxNames} living processes of the name '{wishedName}'.");
    }

    /// <summary>Takes a name.</summary>
    /// <returns><see langword="false"/> when a living process has it.</returns>
    public static async ValueTask<bool> TryTakeAsync(Database database, NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        var taken = Sql.Read("SELECT pg_try_advisory_lock($1)").Add(database.LockOf($"node {name}"));
        return await new Session(connection).FirstAsync(taken, row => row.Flag(), cancellationToken).ConfigureAwait(false);
    }
}
