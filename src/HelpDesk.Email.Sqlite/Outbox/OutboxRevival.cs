using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>What a person does with a mail: queues it again, or throws it away.</summary>
internal static class OutboxRevival
{
    public static bool Requeue(Connection connection, long id, DateTimeOffset now)
    {
        if (OutboxTable.ContentOf(connection, id) is null || OutboxRows.Find(connection, id) is not { } entry || !MayGoAgain(entry))
        {
            return false;
        }

        using var update = connection.Prepare(
            """
            UPDATE outbox SET state = ?1, recipients = ?2, attempts = 0, lost_attempts = 0, alone = 0, counted = 0,
                queued_at = ?3, not_before = ?3, due = 0, last_error = NULL, node = NULL
            WHERE id = ?4
            """);
        update.Add((int)OutboxState.Ready).Add(JsonText.Of([.. entry.Recipients.Select(Again)])).Add(now).Add(id).Run();
        return true;
    }

    public static bool Discard(Connection connection, long id, string reason, DateTimeOffset now)
    {
        // due lies ahead of now while it waits, and while somebody holds it: only then it has a node.
        using var update = connection.Prepare(
            "UPDATE outbox SET state = ?, last_error = ?, due = NULL, node = NULL WHERE id = ? AND state NOT IN (?, ?, ?) AND (node IS NULL OR due IS NULL OR due <= ?) RETURNING id");
        return update
            .Add((int)OutboxState.Discarded)
            .Add(reason)
            .Add(id)
            .Add((int)OutboxState.Sending)
            .Add((int)OutboxState.Sent)
            .Add((int)OutboxState.Discarded)
            .Add(now)
            .Number() is not null;
    }

    private static bool MayGoAgain(OutboxEntry entry) =>
        entry.State is OutboxState.Failed or OutboxState.Doubtful or OutboxState.Throttled or OutboxState.Suppressed
        || (entry.State == OutboxState.Sent && entry.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Failed));

    private static OutboxRecipient Again(OutboxRecipient recipient) =>
        recipient.State == OutboxRecipientState.Accepted
            ? recipient
            : recipient with { State = OutboxRecipientState.Pending, Report = null, HasBounced = false };
}
