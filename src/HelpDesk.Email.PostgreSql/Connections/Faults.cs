using HelpDesk.Email.Messages;
using Npgsql;

namespace HelpDesk.Email.PostgreSql.Connections;

/// <summary>Says which errors may go away by themselves.</summary>
internal static class Faults
{
    /// <summary>Whether two transactions stood in each other's way: this one had no effect and can be made again at once.</summary>
    public static bool IsCollision(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether a connection broke: others of the pool are then likely dead too.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is NpgsqlException and (not PostgresException or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57P05" or "25006" });

    /// <summary>The exception that callers get in place of one of Npgsql: that one itself where a retry can't help.</summary>
    public static Exception Translate(Exception exception) => exception switch
    {
        PostgresException { SqlState: Refusal.ContentGone } gone =>
            new StoreUnavailableException("The octets of a mail were removed from the database while it was written; try again.", gone),
        PostgresException postgres when Reason(postgres.SqlState) is { } reason =>
            new StoreUnavailableException($"The database {reason}.", postgres),
        PostgresException { SqlState: "28P01" or "28000" } login =>
            new HelpDeskConfigurationException("The database refuses the log-in. Check user and password in the connection string of UsePostgreSql.", login),
        PostgresException { SqlState: "3D000" } absent =>
            new HelpDeskConfigurationException("The database that the connection string of UsePostgreSql names does not exist. Create it.", absent),
        PostgresException { SqlState: "42501" } denied =>
            new HelpDeskConfigurationException("The role in the connection string of UsePostgreSql lacks a right. Let the owner start once, and grant the rights to this role.", denied),
        PostgresException => exception,
        NpgsqlException broken => new StoreUnavailableException("The connection to the database broke or could not be made.", broken),
        TimeoutException slow => new StoreUnavailableException("The database did not answer in time.", slow),
        _ => exception,
    };

    private static string? Reason(string state) => state switch
    {
        _ when state.StartsWith("08", StringComparison.Ordinal) => "broke the connection",
        _ when state.StartsWith("53", StringComparison.Ordinal) => "lacks room, memory or connections",
        _ when state.StartsWith("58", StringComparison.Ordinal) => "has trouble with its machine",
        "57P01" or "57P02" or "57P03" or "57P05" => "is stopping, starting, or ended the connection",
        "57014" => "cancelled the statement",
        "40001" or "40P01" or "40003" or "55P03" => "had somebody else in the way for too long",
        "25006" => "is a stand-by that can't be written",
        "25P03" or "25P04" => "ended a transaction that took too long",
        _ => null,
    };
}
