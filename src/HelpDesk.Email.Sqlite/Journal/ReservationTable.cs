using HelpDesk.Email.Sqlite.Connections;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>Which row has which reservation: one row a key.</summary>
internal static class ReservationTable
{
    /// <summary>The row that has one of the keys and is not this one, or <see langword="null"/>.</summary>
    public static long? Holder(Connection connection, long journalId, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            using var select = connection.Prepare("SELECT journal_id FROM reservation WHERE key = ?");
            if (select.Add(key).Number() is { } holder && holder != journalId)
            {
                return holder;
            }
        }

        return null;
    }

    public static void Take(Connection connection, long journalId, IReadOnlyList<string> keys)
    {
        foreach (var key in keys)
        {
            using var insert = connection.Prepare("INSERT INTO reservation (key, journal_id) VALUES (?, ?) ON CONFLICT (key) DO NOTHING");
            insert.Add(key).Add(journalId).Run();
        }
    }

    public static void ReleaseAll(Connection connection, long journalId)
    {
        using var delete = connection.Prepare("DELETE FROM reservation WHERE journal_id = ?");
        delete.Add(journalId).Run();
    }
}
