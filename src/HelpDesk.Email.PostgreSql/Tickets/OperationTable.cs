using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;
using HelpDesk.Email.Tickets;

namespace HelpDesk.Email.PostgreSql.Tickets;

/// <summary>What became of each operation.</summary>
internal static class OperationTable
{
    /// <summary>Takes the id of an operation: of two calls with one id the second waits here, and then finds what the first recorded.</summary>
    public static Sql Take(Database database, Guid operationId) =>
        Sql.Write($"INSERT INTO ticket_operation (operation_id, at) VALUES ($2, {Database.NowSql}) ON CONFLICT (operation_id) DO NOTHING").Add(database.Now).Add(operationId);

    /// <summary>Ends the transaction when a result is recorded.</summary>
    public static Sql RequireNew(Guid operationId) => Sql.Guard(
        $"SELECT helpdesk_require((SELECT result FROM ticket_operation WHERE operation_id = $1) IS NULL, '{Refusal.OperationKnown}')").Add(operationId);

    /// <summary>What is recorded, and which octets are stored already.</summary>
    public static Sql Find(Guid operationId, IEnumerable<byte[]> hashes) => Sql.Read(
        """
        SELECT (SELECT result FROM ticket_operation WHERE operation_id = $1),
            array(SELECT hash FROM content WHERE hash = ANY ($2) AND (octets IS NOT NULL OR stage IS NOT NULL))
        """).Add(operationId).Add(hashes);

    public static Sql Find(Guid operationId) => Sql.Read("SELECT result FROM ticket_operation WHERE operation_id = $1").Add(operationId);

    public static Sql Record(Guid operationId, ApplyResult result) =>
        Sql.Write($"UPDATE ticket_operation SET ticket_id = {TicketTable.ChangedId}, result = $1 WHERE operation_id = $2").Add(result.ToJson()).Add(operationId);

    /// <summary>Records that an operation has no effect and never will.</summary>
    public static Sql RecordVoid(Database database, Guid operationId) =>
        Sql.Write($"INSERT INTO ticket_operation (operation_id, at, result) VALUES ($2, {Database.NowSql}, $3) ON CONFLICT (operation_id) DO NOTHING")
            .Add(database.Now).Add(operationId).Add(ApplyResult.Void.ToJson());

    /// <summary>Removes some records of operations without an effect: a worker that was paused for longer than this does not come back.</summary>
    public static Sql PurgeVoid(Database database) => Sql.Write(
        $"""
        DELETE FROM ticket_operation WHERE operation_id IN (
            SELECT operation_id FROM ticket_operation WHERE ticket_id IS NULL AND at < {Database.NowSql} - interval '31 days' LIMIT 100 FOR UPDATE SKIP LOCKED)
        """).Add(database.Now);
}
