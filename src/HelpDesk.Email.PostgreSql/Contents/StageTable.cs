using HelpDesk.Email.PostgreSql.Connections;
using HelpDesk.Email.PostgreSql.Databases;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Large octets that are being written and belong to no row yet.</summary>
internal static class StageTable
{
    // What is lost of it with the server's power is swept: only the row that takes it over must be safe, and its commit makes all before it safe.
    public static readonly Func<Sql> NoSync = () => Sql.Guard("SELECT set_config('synchronous_commit', 'off', true)");

    /// <summary>Opens one.</summary>
    /// <param name="database">The database.</param>
    /// <param name="hash">Of the octets, when they are written to the shared folder.</param>
    public static Sql Open(Database database, byte[]? hash)
    {
        var insert = Sql.Read($"INSERT INTO content_stage (touched_at, hash) VALUES ({Database.NowSql}, ").Add(database.Now);
        return hash is null ? insert.Append("NULL) RETURNING id") : insert.Append(string.Empty, sql => sql.Add(hash), ") RETURNING id");
    }

    /// <summary>Notes that somebody still writes to it; ends the transaction when it was swept away.</summary>
    public static Sql Touch(Database database, long stage) => Sql.Guard(
        $"""
        WITH touched AS (UPDATE content_stage SET touched_at = {Database.NowSql} WHERE id = $2 RETURNING id)
        SELECT helpdesk_require(EXISTS (SELECT 1 FROM touched), '{Refusal.ContentGone}')
        """).Add(database.Now).Add(stage);

    /// <summary>Takes it off the list.</summary>
    public static Sql Close(long stage) => Sql.Write("DELETE FROM content_stage WHERE id = $1").Add(stage);

    /// <summary>One that nobody has written to for ten minutes: its process left it behind.</summary>
    public static Sql Stale(Database database) =>
        Sql.Read($"SELECT id, hash FROM content_stage WHERE touched_at < {Database.NowSql} - interval '10 minutes' LIMIT 1").Add(database.Now);
}
