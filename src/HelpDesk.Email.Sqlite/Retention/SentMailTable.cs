using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;

namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Mail of the outbox that was sent.</summary>
internal static class SentMailTable
{
    // The state is written out, for only then SQLite sees that the index of sent mail with octets will do.
    public const string Candidates =
        "SELECT id, content_id FROM outbox WHERE state = 2 AND content_id IS NOT NULL AND last_attempt_at < ? ORDER BY last_attempt_at, id LIMIT ?";

    /// <summary>Takes the octets from some that are old enough, and lets those go that nobody else has.</summary>
    /// <returns>How many mails.</returns>
    public static int Purge(Connection connection, DateTimeOffset before, int max)
    {
        var found = new List<(long Id, long Content)>();
        using (var select = connection.Prepare(Candidates))
        {
            select.Add(before).Add(max);
            while (select.Read())
            {
                found.Add((select.Row.Number(0), select.Row.Number(1)));
            }
        }

        foreach (var (id, content) in found)
        {
            using var update = connection.Prepare("UPDATE outbox SET content_id = NULL WHERE id = ?");
            update.Add(id).Run();
            ContentRelease.IfUnused(connection, content);
        }

        return found.Count;
    }
}
