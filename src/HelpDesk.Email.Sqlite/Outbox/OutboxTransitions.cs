using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Sqlite.MessageIndex;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>The transitions of a claimed row. What is not in the table is refused, and then nothing is written.</summary>
internal static class OutboxTransitions
{
    public static bool Commit(Connection connection, OutboxClaim claim, OutboxCommit commit, DateTimeOffset now)
    {
        if (OutboxClaims.Held(connection, claim) is not { } held)
        {
            return false;
        }

        switch (held.State, commit)
        {
            // Found in Sending: in doubt, and tried once more.
            case (OutboxState.Ready or OutboxState.Sending, SendingCommit) when !held.IsCounted:
                Send(connection, claim.Entry.Id);
                return true;

            case (OutboxState.Sending, DeliveryCommit delivery):
                Deliver(connection, claim.Entry, delivery, now);
                return true;

            case (OutboxState.Ready or OutboxState.Sending, SetAsideCommit { State: OutboxState.Failed or OutboxState.Suppressed or OutboxState.Doubtful } aside):
                SetAside(connection, claim.Entry.Id, aside);
                return true;

            case (OutboxState.Ready or OutboxState.Sending, HoldCommit hold):
                Hold(connection, claim.Entry.Id, hold);
                return true;

            default:
                return false;
        }
    }

    private static void Send(Connection connection, long id)
    {
        using var update = connection.Prepare("UPDATE outbox SET state = ?, attempts = attempts + 1, counted = 1 WHERE id = ?");
        update.Add((int)OutboxState.Sending).Add(id).Run();
    }

    private static void Deliver(Connection connection, OutboxEntry entry, DeliveryCommit delivery, DateTimeOffset now)
    {
        var recipients = RecipientReports.Keep(connection, entry.Id, delivery.Recipients);
        var isPending = recipients.Any(recipient => recipient.State == OutboxRecipientState.Pending);
        var state = isPending ? OutboxState.Ready
            : recipients.Any(recipient => recipient.State == OutboxRecipientState.Accepted) ? OutboxState.Sent
            : recipients.All(recipient => recipient.State == OutboxRecipientState.Suppressed) ? OutboxState.Suppressed
            : OutboxState.Failed;

        using var update = connection.Prepare(
            """
            UPDATE outbox SET state = ?, recipients = ?, not_before = coalesce(?, not_before), due = ?,
                last_attempt_at = ?, last_error = ?, node = NULL, lost_attempts = 0
            WHERE id = ?
            """);
        update
            .Add((int)state)
            .Add(JsonText.Of(recipients))
            .Add(isPending ? delivery.NotBefore : null)
            .Add(isPending ? delivery.NotBefore : null)
            .Add(now)
            .Add(delivery.Error)
            .Add(entry.Id)
            .Run();

        if (delivery.ProviderMessageId is { } messageId && entry.Ticket is { } ticket)
        {
            MessageIndexTable.Set(connection, new IndexedMessage(messageId, ticket));
        }
    }

    private static void SetAside(Connection connection, long id, SetAsideCommit aside)
    {
        using var update = connection.Prepare("UPDATE outbox SET state = ?, recipients = ?, due = NULL, last_error = ?, node = NULL WHERE id = ?");
        update.Add((int)aside.State).Add(JsonText.Of(aside.Recipients)).Add(aside.Reason).Add(id).Run();
    }

    private static void Hold(Connection connection, long id, HoldCommit hold)
    {
        using var update = connection.Prepare(
            "UPDATE outbox SET state = ?, attempts = attempts - counted, lost_attempts = 0, not_before = ?, due = ?, last_error = ?, node = NULL WHERE id = ?");
        update.Add((int)OutboxState.Ready).Add(hold.NotBefore).Add(hold.NotBefore).Add(hold.Reason).Add(id).Run();
    }
}
