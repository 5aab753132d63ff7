using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Large octets in pieces: small enough to be written without keeping others waiting, and to be read in any order.</summary>
internal static class Chunks
{
    /// <summary>How many octets each chunk has, the last one excepted.</summary>
    public const int Size = 256 * 1024;

    public static void Insert(Connection connection, long stage, long position, ReadOnlySpan<byte> octets)
    {
        using var insert = connection.Prepare("INSERT INTO content_chunk (stage, position, octets) VALUES (?, ?, ?)");
        insert.Add(stage).Add(position).Add(octets).Run();
    }

    /// <summary>Copies a chunk.</summary>
    /// <returns>How many octets it has; -1 when there is no such chunk.</returns>
    public static int Read(Connection connection, long stage, long position, Span<byte> target)
    {
        using var select = connection.Prepare("SELECT octets FROM content_chunk WHERE stage = ? AND position = ?");
        if (!select.Add(stage).Add(position).Read())
        {
            return -1;
        }

        var octets = select.Row.Octets(0);
        octets.CopyTo(target);
        return octets.Length;
    }

    /// <summary>Removes some chunks of a stage.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool DeleteSome(Connection connection, long stage)
    {
        using var delete = connection.Prepare("DELETE FROM content_chunk WHERE rowid IN (SELECT rowid FROM content_chunk WHERE stage = ? LIMIT 64)");
        return delete.Add(stage).Run() > 0;
    }
}
