using HelpDesk.Email.Messages;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Databases;

/// <summary>The connection string as it is used.</summary>
internal static class ConnectionText
{
    // Statements that are asked again and again are planned once a connection.
    private const int Prepared = 64;
    private const int KeepAliveSeconds = 15;

    /// <summary>For the pool.</summary>
    /// <exception cref="HelpDeskConfigurationException">It is not a connection string.</exception>
    public static string Of(Place place) => Parse(place).ConnectionString;

    /// <summary>For a connection of its own that is held for long.</summary>
    public static string Alone(Place place)
    {
        var builder = Parse(place);
        builder.Pooling = false;
        builder.Multiplexing = false;

        // Nothing is sent over it for long: without this nobody would notice that it is dead.
        builder.KeepAlive = builder.KeepAlive > 0 ? builder.KeepAlive : KeepAliveSeconds;
        return builder.ConnectionString;
    }

    private static NpgsqlConnectionStringBuilder Parse(Place place)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = new NpgsqlConnectionStringBuilder(place.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new HelpDeskConfigurationException("The connection string in UsePostgreSql is not one: " + e.Message, e);
        }

        if (string.IsNullOrWhiteSpace(builder.Host))
        {
            throw new HelpDeskConfigurationException("The connection string in UsePostgreSql names no Host.");
        }

        builder.SearchPath = $"\"{place.Schema}\"";
        builder.ApplicationName ??= "HelpDesk.Email";
        builder.Enlist = false;

        // What we set ends with its transaction, and whoever holds a lock or listens for longer has a connection alone. Otherwise
        // seven statements that put a session back to its start would stand before each piece of work.
        builder.NoResetOnClose = true;
        if (!builder.ContainsKey("Max Auto Prepare") || builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = place.PreparesStatements ? Prepared : 0;
            builder.AutoPrepareMinUsages = 3;
        }

        return builder;
    }
}
