using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Journal;

/// <summary>Writes new rows into the journal.</summary>
internal static class JournalTable
{
    public static AppendResult Append(Connection connection, NewJournalEntry entry, PreparedContent content, DateTimeOffset now)
    {
        if (WithReceipt(connection, entry.Mailbox, entry.Receipt) is { } known)
        {
            return new AppendResult(known, AppendStatus.Known);
        }

        var (contentId, wasKnown) = ContentTable.Store(connection, content);
        var first = wasKnown && entry.DuplicateWindow > TimeSpan.Zero
            ? FirstWithOctets(connection, entry.Mailbox, contentId, entry.ReceivedAt - entry.DuplicateWindow)
            : null;
        var id = Insert(connection, entry, contentId, first, now);
        if (first is not null)
        {
            return new AppendResult(id, AppendStatus.Duplicate);
        }

        QueueTable.Add(connection, id, fence: 0, now);
        return new AppendResult(id, AppendStatus.Added);
    }

    public static void MarkAcknowledged(Connection connection, long id)
    {
        using var update = connection.Prepare("UPDATE journal SET needs_acknowledgement = 0 WHERE id = ? AND needs_acknowledgement = 1");
        update.Add(id).Run();
    }

    public static void SetOperation(Connection connection, long id, Guid operationId)
    {
        using var update = connection.Prepare("UPDATE journal SET operation_id = ? WHERE id = ?");
        update.Add(operationId).Add(id).Run();
    }

    private static long? WithReceipt(Connection connection, string mailbox, string receipt)
    {
        using var select = connection.Prepare("SELECT id FROM journal WHERE mailbox = ? AND receipt = ?");
        return select.Add(mailbox).Add(receipt).Number();
    }

    private static long? FirstWithOctets(Connection connection, string mailbox, long contentId, DateTimeOffset since)
    {
        using var select = connection.Prepare("SELECT id FROM journal WHERE content_id = ? AND mailbox = ? AND received_at >= ? ORDER BY id LIMIT 1");
        return select.Add(contentId).Add(mailbox).Add(since).Number();
    }

    private static long Insert(Connection connection, NewJournalEntry entry, long contentId, long? duplicateOf, DateTimeOffset now)
    {
        var facts = entry.Facts;
        using var insert = connection.Prepare(
            """
            INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, reverse_path, envelope_recipients, content_id,
                needs_acknowledgement, message_id, in_reply_to, reference_ids, from_address, from_name, subject, date, date_offset,
                body_digest, outcome, duplicate_of, finished_at, attempts, conflicts, not_before, fence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0)
            """);
        insert
            .Add(entry.Mailbox)
            .Add(entry.Receipt)
            .Add((int)entry.Origin)
            .Add(entry.OperationId)
            .Add(entry.ReceivedAt)
            .Add(entry.ReversePath)
            .Add(JsonText.Of(entry.EnvelopeRecipients))
            .Add(contentId)
            .Add(entry.NeedsAcknowledgement)
            .Add(facts.MessageId)
            .Add(JsonText.Of(facts.InReplyTo))
            .Add(JsonText.Of(facts.References))
            .Add(facts.From?.Address)
            .Add(facts.From?.Name)
            .Add(facts.Subject)
            .Add(facts.Date)
            .Add((long?)facts.Date?.Offset.TotalMinutes)
            .Add(facts.BodyDigest)
            .Add((int)(duplicateOf is null ? JournalOutcome.None : JournalOutcome.Duplicate))
            .Add(duplicateOf)
            .Add(duplicateOf is null ? null : now)
            .Add(now)
            .Run();
        return connection.LastId;
    }
}
