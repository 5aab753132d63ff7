using HelpDesk.Email.Storage;

namespace HelpDesk.Email.InMemory.Mail;

/// <summary>The transitions of a row of the outbox. What is not in the table is refused, and then nothing is written.</summary>
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

            case (OutboxState.Ready or OutboxState.Sending, SetAsideCommit { State: OutboxState.Failed or OutboxState.Suppressed or OutboxState.Doubtful } aside):
                row.Holding.Free();
                tables.Outbox.Set(row, row.Entry with { State = aside.State, Recipients = [.. aside.Recipients], LastError = aside.Reason });
                return true;

            case (OutboxState.Ready or OutboxState.Sending, HoldCommit hold):
                row.Holding.Free();
                tables.Outbox.Set(row, row.Entry with
                {
                    State = OutboxState.Ready,
                    Attempts = row.IsCounted ? row.Entry.Attempts - 1 : row.Entry.Attempts,
                    LostAttempts = 0,
                    NotBefore = hold.NotBefore,
                    LastError = hold.Reason,
                });
                return true;

            default:
                return false;
        }
    }

    public static bool Requeue(MailTables tables, OutboxRow row, DateTimeOffset now)
    {
        var entry = row.Entry;
        if (row.Content is null || !(entry.State is OutboxState.Failed or OutboxState.Doubtful or OutboxState.Throttled or OutboxState.Suppressed
            || (entry.State == OutboxState.Sent && entry.Recipients.Any(recipient => recipient.State == OutboxRecipientState.Failed))))
        {
            return false;
        }

        row.RestsUntil = now;
        tables.Outbox.Set(row, entry with
        {
            State = OutboxState.Ready,
            Recipients = [.. entry.Recipients.Select(Again)],
            Attempts = 0,
            LostAttempts = 0,
            QueuedAt = now,
            NotBefore = now,
            LastError = null,
        });
        return true;
    }

    public static bool Discard(MailTables tables, OutboxRow row, string reason, DateTimeOffset now)
    {
        if (row.Holding.Lives(now) || row.Entry.State is OutboxState.Sending or OutboxState.Sent or OutboxState.Discarded)
        {
            return false;
        }

        row.Holding.Free();
        tables.Outbox.Set(row, row.Entry with { State = OutboxState.Discarded, LastError = reason });
        return true;
    }

    /// <summary>Enters what a report said of a recipient.</summary>
    public static void Report(MailTables tables, RecipientReport report)
    {
        if (tables.Outbox.Get(report.OutboxId) is not { } row)
        {
            return;
        }

        var recipients = row.Entry.Recipients.Select(recipient => recipient.Address.Equals(report.Address, StringComparison.OrdinalIgnoreCase)
            ? Bounced(recipient with { Report = report.Report, HasBounced = recipient.HasBounced || report.HasBounced })
            : recipient).ToList();
        var isLost = row.Entry.State == OutboxState.Sent && !recipients.Exists(recipient => recipient.State == OutboxRecipientState.Accepted);
        tables.Outbox.Set(row, row.Entry with
        {
            Recipients = recipients,
            State = isLost ? OutboxState.Failed : row.Entry.State,
            LastError = isLost ? report.Report : row.Entry.LastError,
        });
    }

    private static OutboxEntry Delivered(OutboxEntry entry, DeliveryCommit delivery, DateTimeOffset now)
    {
        var recipients = delivery.Recipients.Select(recipient => Merged(recipient, entry)).ToList();
        var isPending = recipients.Exists(recipient => recipient.State == OutboxRecipientState.Pending);
        return entry with
        {
            State = isPending ? OutboxState.Ready
                : recipients.Exists(recipient => recipient.State == OutboxRecipientState.Accepted) ? OutboxState.Sent
                : recipients.TrueForAll(recipient => recipient.State == OutboxRecipientState.Suppressed) ? OutboxState.Suppressed
                : OutboxState.Failed,
            Recipients = recipients,
            LostAttempts = 0,
            NotBefore = isPending ? delivery.NotBefore : entry.NotBefore,
            LastAttemptAt = now,
            LastError = delivery.Error,
        };
    }

    // A report may be faster than the word of the one who sent the mail.
    private static OutboxRecipient Merged(OutboxRecipient given, OutboxEntry entry)
    {
        var known = entry.Recipients.FirstOrDefault(recipient => recipient.Address == given.Address);
        return known?.Report is null ? given : Bounced(given with { Report = known.Report, HasBounced = known.HasBounced });
    }

    private static OutboxRecipient Bounced(OutboxRecipient recipient) =>
        recipient is { HasBounced: true, State: OutboxRecipientState.Accepted } ? recipient with { State = OutboxRecipientState.Failed } : recipient;

    private static OutboxRecipient Again(OutboxRecipient recipient) =>
        recipient.State == OutboxRecipientState.Accepted
            ? recipient
            : recipient with { State = OutboxRecipientState.Pending, Report = null, HasBounced = false };
}
