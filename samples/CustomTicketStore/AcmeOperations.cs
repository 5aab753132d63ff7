using System.Globalization;
using HelpDesk.Email.Tickets;
using Microsoft.Data.Sqlite;

namespace CustomTicketStore;

/// <summary>What became of each operation.</summary>
internal static class AcmeOperations
{
    private static readonly TimeSpan KeepVoid = TimeSpan.FromDays(60);

    #region store-operations
    /// <summary>The result that is recorded for an operation, or <see langword="null"/>.</summary>
    public static ApplyResult? Find(SqliteConnection connection, Guid operationId) =>
        connection.Scalar<string>("SELECT result FROM ticket_operation WHERE operation_id = $id", ("$id", operationId.ToString("N"))) is { } json
            ? ApplyResult.FromJson(json)
            : null;

    /// <summary>Records a result. Those of operations that had no effect go after a while; the others stay with their entries.</summary>
    public static void Record(SqliteConnection connection, Guid operationId, ApplyResult result, DateTimeOffset now)
    {
        connection.Execute(
            "INSERT INTO ticket_operation (operation_id, status, at, result) VALUES ($id, $status, $at, $result)",
            ("$id", operationId.ToString("N")), ("$status", result.Status.ToString()), ("$at", Text(now)), ("$result", result.ToJson()));
        connection.Execute("DELETE FROM ticket_operation WHERE status = 'Void' AND at < $before", ("$before", Text(now - KeepVoid)));
    }
    #endregion

    private static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
