using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The transitions of a claimed row of the outbox. What is not in the table is refused, and then nothing is written.</summary>
internal static class OutboxTransitions
{
    public static bool Commit(MailTables tables, OutboxRow row, OutboxCommit commit, DateTimeOffset now)
    {
        switch (row.Entry.State, commit)
        {
            case (OutboxState.Ready or OutboxState.Sending, SendingCommit) when !row.IsCounted:
                // Found in Sending: in doubt, and tried once more.
                row.IsCounted = true;
                tables.Outbox.Set(row, row.Entry with { State = OutboxState.Sending, Attempts = row.Entry.Attempts + 1 });
                return true;

            case (OutboxState.Sending, DeliveryCommit delivery):
                row.Holding.Free();
                tables.Outbox.Set(row, Delivered(row.Entry, delivery, now));
                if (delivery.ProviderMessageId is { } messageId && row.Entry.Ticket is { } ticket)
                {
                    tables.MessageIndex.TryAdd(messageId, new IndexedMessage(messageId, ticket));
                }

                return true;

            case (OutboxState.Ready or OutboxState.Sending, HoldCommit hold):
                row.Holding.Free();
                tables.Outbox.Set(row, row.Entry with
                {
                    State = OutboxState.Ready,
                    Attempts = row.IsCounted ? row.Entry.Attempts - 1 : row.Entry.Attempts,
                    NotBefore = hold.NotBefore,
                    LastError = hold.Reason,
                });
                return true;

            default:
                return false;
        }
    }

    private static OutboxEntry Delivered(OutboxEntry entry, DeliveryCommit delivery, DateTimeOffset now)
    {
        var isPending = delivery.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Pending);
        return entry with
        {
            State = isPending ? OutboxState.Ready
                : delivery.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Accepted) ? OutboxState.Sent
                : OutboxState.Failed,
            Recipients = [.. delivery.Recipients],
            NotBefore = isPending ? delivery.NotBefore : entry.NotBefore,
            LastAttemptAt = now,
            LastError = delivery.Error,
        };
    }
}
