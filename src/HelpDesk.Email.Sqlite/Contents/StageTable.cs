using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Contents;

/// <summary>Large octets that are being written and belong to no row yet.</summary>
internal static class StageTable
{
    /// <summary>After how long without a new chunk a stage is taken for one that its process left behind.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static long Open(Connection connection, DateTimeOffset now)
    {
        using var insert = connection.Prepare("INSERT INTO content_stage (touched_at) VALUES (?) RETURNING id");
        return insert.Add(now).Number()!.Value;
    }

    /// <summary>Notes that somebody still writes to it.</summary>
    /// <returns><see langword="false"/> when it was swept away.</returns>
    public static bool Touch(Connection connection, long stage, DateTimeOffset now)
    {
        using var update = connection.Prepare("UPDATE content_stage SET touched_at = ? WHERE id = ?");
        return update.Add(now).Add(stage).Run() == 1;
    }

    /// <summary>Takes it off the list, because its chunks belong to a content now.</summary>
    /// <returns><see langword="false"/> when it was swept away.</returns>
    public static bool Close(Connection connection, long stage)
    {
        using var delete = connection.Prepare("DELETE FROM content_stage WHERE id = ?");
        return delete.Add(stage).Run() == 1;
    }

    /// <summary>Puts it on the list as one that nobody has written to for too long.</summary>
    public static void Abandon(Connection connection, long stage)
    {
        using var insert = connection.Prepare("INSERT INTO content_stage (id, touched_at) VALUES (?, 0)");
        insert.Add(stage).Run();
    }

    /// <summary>Removes a part of a stage that belongs to nothing.</summary>
    /// <returns>Whether more of it is left.</returns>
    public static bool DropSome(Connection connection, long stage)
    {
        using var exists = connection.Prepare("SELECT 1 FROM content_stage WHERE id = ?");
        if (exists.Add(stage).Number() is null)
        {
            return false;
        }

        return Chunks.DeleteSome(connection, stage) || !Close(connection, stage);
    }

    /// <summary>A stage that nobody has written to for too long, or <see langword="null"/>.</summary>
    public static long? Stale(Connection connection, DateTimeOffset now)
    {
        using var select = connection.Prepare("SELECT id FROM content_stage WHERE touched_at < ? LIMIT 1");
        return select.Add(now - Patience).Number();
    }
}
