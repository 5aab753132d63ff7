using HelpDesk.Email.PostgreSql.Connections;

namespace HelpDesk.Email.PostgreSql.Contents;

/// <summary>Large octets in pieces, so that none of them ever stands in memory whole, and can be read in any order.</summary>
internal static class Chunks
{
    /// <summary>How many octets each chunk has, the last one excepted.</summary>
    public const int Size = 256 * 1024;

    public static Sql Insert(long stage, long position, ReadOnlyMemory<byte> octets) =>
        Sql.Write("INSERT INTO content_chunk (stage, position, octets) VALUES ($1, $2, $3)").Add(stage).Add(position).Add(octets);

    public static Sql Read(long stage, long position) =>
        Sql.Read("SELECT octets FROM content_chunk WHERE stage = $1 AND position = $2").Add(stage).Add(position);

    /// <summary>Removes some chunks of a stage.</summary>
    public static Sql DeleteSome(long stage) => Sql.Write(
        """
        DELETE FROM content_chunk WHERE stage = $1 AND position IN (
            SELECT position FROM content_chunk WHERE stage = $1 ORDER BY position LIMIT 64 FOR UPDATE SKIP LOCKED)
        """).Add(stage);
}
