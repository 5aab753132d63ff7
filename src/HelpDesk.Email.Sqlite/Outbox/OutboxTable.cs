using HelpDesk.Email.Sqlite.Connections;
using HelpDesk.Email.Sqlite.Contents;
using HelpDesk.Email.Sqlite.Json;
using HelpDesk.Email.Storage;

namespace HelpDesk.Email.Sqlite.Outbox;

/// <summary>Writes new mail into the outbox.</summary>
internal static class OutboxTable
{
    /// <summary>Writes a mail: to be sent, or as one that could not be made, or as one too many.</summary>
    /// <returns>Which of them it is.</returns>
    public static OutboxState Add(Connection connection, long journalId, NewOutboxEntry entry, PreparedContent? content, DateTimeOffset now)
    {
        var state = entry.Failure is not null || content is null ? OutboxState.Failed
            : ThrottleTable.TryCount(connection, entry.Throttle, now) ? OutboxState.Ready
            : OutboxState.Throttled;
        IReadOnlyList<OutboxRecipient> recipients = [.. entry.Recipients.Select(address => new OutboxRecipient(address))];

        using var insert = connection.Prepare(
            """
            INSERT INTO outbox (journal_id, message_id, recipients, content_id, template, subject, ticket, account, reverse_path,
                state, attempts, created_at, queued_at, not_before, last_error, due, fence, counted, lane, wants_reports)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, 0, 0, ?, ?)
            """);
        insert
            .Add(journalId)
            .Add(entry.MessageId)
            .Add(JsonText.Of(recipients))
            .Add(content is null ? null : ContentTable.Store(connection, content).Id)
            .Add(entry.Template)
            .Add(entry.Subject)
            .Add(entry.Ticket)
            .Add(entry.Account)
            .Add(entry.ReversePath)
            .Add((int)state)
            .Add(now)
            .Add(now)
            .Add(entry.NotBefore)
            .Add(entry.Failure)
            .Add(state == OutboxState.Ready ? entry.NotBefore.UtcTicks : null)
            .Add(entry.Recipients.Count == 1 ? entry.Recipients[0].ToLowerInvariant() : null)
            .Add(entry.WantsReports)
            .Run();
        return state;
    }

    /// <summary>The content of a row, or <see langword="null"/>.</summary>
    public static long? ContentOf(Connection connection, long id)
    {
        using var select = connection.Prepare("SELECT content_id FROM outbox WHERE id = ?");
        return select.Add(id).Number();
    }
}
