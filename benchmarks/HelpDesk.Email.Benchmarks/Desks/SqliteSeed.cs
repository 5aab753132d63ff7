using System.Globalization;
using Microsoft.Data.Sqlite;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>Fills a database of SQLite with what years of mail leave behind, by SQL: in the shape of real rows, without running the mails.</summary>
/// <param name="path">The file, with its schema.</param>
internal sealed class SqliteSeed(string path) : IStoreSeed
{
    // Octets of old mail were let go; their rows stay.
    private static readonly string[] Messages =
    [
        "INSERT INTO content (hash, length, stage, octets) SELECT randomblob(32), 21000, NULL, NULL FROM n",
        """
        INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, envelope_recipients, content_id, kept, needs_acknowledgement, message_id, in_reply_to,
            reference_ids, from_address, from_name, subject, date, date_offset, body_digest, outcome, ticket, finished_at, attempts, conflicts, not_before, fence)
        SELECT 'support', 'uid:0:' || i, 0, randomblob(16), $now - ($count - i) * 300000000, '[]', (SELECT min(id) FROM content) + i - 1, 0, 0,
            printf('<%08x.seed@customer.example>', (i * 2654435761) % 4294967296), '["<' || lower(hex(randomblob(8))) || '@helpdesk.example>"]',
            '["<' || lower(hex(randomblob(8))) || '@helpdesk.example>","<' || lower(hex(randomblob(8))) || '@customer.example>"]',
            'customer' || (1 + (i - 1) % $tickets) || '@customer.example', 'Customer', 'Question ' || i || ' about the printer', $now, 60, lower(hex(randomblob(32))),
            CASE WHEN i <= $tickets THEN 1 ELSE 2 END, 999 + 1 + (i - 1) % $tickets, $now - ($count - i) * 300000000, 1, 0, 0, 1 FROM n
        """,
        "INSERT INTO journal_decision (id, text) SELECT i, '{\"change\":{\"entry\":{\"text\":\"' || hex(randomblob(150)) || '\"}}}' FROM n",
        "INSERT INTO journal_result (id, text) SELECT i, '{\"ticket\":{\"number\":\"' || hex(randomblob(100)) || '\"}}' FROM n",
        "INSERT INTO journal_trace (id, text) SELECT i, '[{\"step\":\"Parse\",\"reason\":\"' || hex(randomblob(200)) || '\"}]' FROM n",
        "INSERT INTO reservation (key, journal_id) SELECT 'mail:' || lower(hex(randomblob(32))), i FROM n",
        "INSERT INTO message_index (message_id, ticket) SELECT printf('<%08x.seed@customer.example>', (i * 2654435761) % 4294967296), 999 + 1 + (i - 1) % $tickets FROM n",
        "INSERT INTO message_index (message_id, ticket) SELECT printf('<%08x.sent@helpdesk.example>', (i * 2654435761) % 4294967296), 999 + 1 + (i - 1) % $tickets FROM n WHERE i % 2 = 0",
        """
        INSERT INTO outbox (journal_id, message_id, recipients, content_id, template, subject, ticket, account, reverse_path, state, attempts, created_at, queued_at, not_before,
            last_attempt_at, due, fence, counted, lane)
        SELECT i, printf('<%08x.sent@helpdesk.example>', (i * 2654435761) % 4294967296), '[{"address":"customer' || (1 + (i - 1) % $tickets) || '@customer.example","state":2}]', NULL,
            'ticket-received', 'Re: Question ' || i, 999 + 1 + (i - 1) % $tickets, 'default', '', 2, 1, $now - ($count - i) * 300000000, $now, $now, $now, NULL, 1, 1,
            'customer' || (1 + (i - 1) % $tickets) || '@customer.example' FROM n WHERE i % 2 = 0
        """,
    ];

    private static readonly string[] Tickets =
    [
        """
        INSERT INTO ticket (id, number, subject, status, requester_address, requester_name, version, is_locked, created_at)
        SELECT 999 + i, 999 + i, 'Question ' || i || ' about the printer', 1, 'customer' || i || '@customer.example', 'Customer', 1, 0, $now - ($count - i) * 300000000 FROM n WHERE i <= $tickets
        """,
        "INSERT INTO contact (id, role, is_active, is_registered) SELECT i, 0, 1, 0 FROM n WHERE i <= $tickets",
        "INSERT INTO contact_address (key, contact_id, position, address, name) SELECT 'customer' || i || '@customer.example', i, 0, 'customer' || i || '@customer.example', 'Customer' FROM n WHERE i <= $tickets",
        """
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
        SELECT 999 + 1 + (i - 1) % $tickets, 0, 0, 'customer' || (1 + (i - 1) % $tickets) || '@customer.example', 'Customer', $now - ($count - i) * 300000000,
            printf('<%08x.seed@customer.example>', (i * 2654435761) % 4294967296), i, hex(randomblob(200)), '<p>' || hex(randomblob(300)) || '</p>' FROM n
        """,
        "INSERT INTO ticket_operation (operation_id, ticket_id, at, result) SELECT randomblob(16), 999 + 1 + (i - 1) % $tickets, $now, '{\"ticket\":\"' || hex(randomblob(300)) || '\"}' FROM n",
    ];

    private static readonly string[] Thread =
    [
        """
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
        SELECT (SELECT id FROM ticket WHERE number = $number), 0, 0, 'customer1@customer.example', 'Customer', $now, NULL, 0, hex(randomblob(200)), '<p>' || hex(randomblob(300)) || '</p>' FROM n
        """,
    ];

    /// <inheritdoc/>
    public Task FillAsync(int messages) => Task.Run(() =>
    {
        Run([.. Messages, .. Tickets], messages, null);
    });

    /// <inheritdoc/>
    public Task LengthenAsync(string ticketNumber, int entries) => Task.Run(() => Run(Thread, entries, ticketNumber));

    private void Run(IReadOnlyList<string> statements, int count, string? number)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA temp_store=MEMORY; BEGIN", count, number);
        foreach (var statement in statements)
        {
            var at = statement.IndexOf("SELECT", StringComparison.Ordinal);
            Execute(connection, $"{statement[..at]}WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $count) {statement[at..]}", count, number);
        }

        Execute(connection, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)", count, number);
    }

    private static void Execute(SqliteConnection connection, string sql, int count, string? number)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$count", count);
        command.Parameters.AddWithValue("$tickets", IStoreSeed.TicketsOf(count));
        command.Parameters.AddWithValue("$now", DateTimeOffset.UtcNow.UtcTicks);
        command.Parameters.AddWithValue("$number", number ?? (object)DBNull.Value);
        command.ExecuteNonQuery();
    }
}
