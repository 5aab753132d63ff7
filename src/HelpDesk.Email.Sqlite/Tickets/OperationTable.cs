using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.Sqlite.Tickets;

/// <summary>What became of each operation.</summary>
internal static class OperationTable
{
    // A worker that was paused for longer than this does not come back.
    private static readonly TimeSpan KeepVoid = TimeSpan.FromDays(31);

    public static ApplyResult? Find(Connection connection, Guid operationId)
    {
        using var select = connection.Prepare("SELECT result FROM ticket_operation WHERE operation_id = ?");
        return select.Add(operationId).Read() ? ApplyResult.FromJson(select.Row.Text(0)) : null;
    }

    public static ApplyResult Record(Connection connection, Guid operationId, long? ticketId, ApplyResult result, DateTimeOffset now)
    {
        using var insert = connection.Prepare("INSERT INTO ticket_operation (operation_id, ticket_id, at, result) VALUES (?, ?, ?, ?)");
        insert.Add(operationId).Add(ticketId).Add(now).Add(result.ToJson()).Run();
        return result;
    }

    public static void PurgeVoid(Connection connection, DateTimeOffset now)
    {
        using var delete = connection.Prepare("DELETE FROM ticket_operation WHERE ticket_id IS NULL AND at < ?");
        delete.Add(now - KeepVoid).Run();
    }
}
