using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Retention;

/// <summary>Mail of the outbox that failed.</summary>
internal static class FailedMailTable
{
    // The state is written out, for only then SQLite sees that the index of what is not sent will do.
    private static readonly string Select = string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"SELECT id, content_id FROM outbox WHERE state IN ({(int)OutboxState.Failed}, {(int)OutboxState.Suppressed}, {(int)OutboxState.Discarded}) AND state <> 2 AND coalesce(last_attempt_at, created_at) < ? ORDER BY id LIMIT ?");

    /// <summary>Deletes some that are old enough, and octets that nobody else has.</summary>
    /// <returns>How many mails.</returns>
    public static int Delete(Connection connection, DateTimeOffset before, int max)
    {
        var found = new List<(long Id, long? Content)>();
        using var select = connection.Prepare(Select);
        select.Add(before).Add(max);
        while (select.Read())
        {
            found.Add((select.Row.Number(0), select.Row.NumberOrNull(1)));
        }

        foreach (var (id, content) in found)
        {
            using var delete = connection.Prepare("DELETE FROM outbox WHERE id = ?");
            delete.Add(id).Run();
            if (content is { } given)
            {
                ContentRelease.IfUnused(connection, given);
            }
        }

        return found.Count;
    }
}
