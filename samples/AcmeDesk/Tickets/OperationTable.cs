using System.Globalization;
using AcmeDesk.Data;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace AcmeDesk.Tickets;

/// <summary>What became of each change: the same change applied again has no second effect.</summary>
internal static class OperationTable
{
    private static readonly TimeSpan KeepVoid = TimeSpan.FromDays(60);

    public static ApplyResult? Find(SqliteConnection connection, Guid operation) =>
        connection.Scalar<string>("SELECT result FROM operation WHERE id = $id", ("$id", operation.ToString("N"))) is { } json ? ApplyResult.FromJson(json) : null;

    /// <summary>Records a result. Those of changes that had no effect go after a while; the others stay.</summary>
    public static void Record(SqliteConnection connection, Guid operation, ApplyResult result, DateTimeOffset now)
    {
        connection.Execute(
            "INSERT INTO operation (id, is_void, at, result) VALUES ($id, $isVoid, $at, $result)",
            ("$id", operation.ToString("N")), ("$isVoid", result.Status == ApplyStatus.Void), ("$at", Text(now)), ("$result", result.ToJson()));
        connection.Execute("DELETE FROM operation WHERE is_void AND at < $before", ("$before", Text(now - KeepVoid)));
    }

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
