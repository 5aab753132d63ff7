using Npgsql;

namespace HelpDesk.Email.Benchmarks.Desks;

/// <summary>The same for a schema of PostgreSQL.</summary>
/// <param name="connectionString">The database.</param>
/// <param name="schema">The schema, with its tables.</param>
internal sealed class PostgreSqlSeed(string connectionString, string schema) : IStoreSeed
{
    // The store's own keys: the beginning of a SHA-256.
    private const string Prepare =
        """
        CREATE FUNCTION pg_temp.key_of(words text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT encode(substring(sha256(convert_to(words, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid $$;
        CREATE FUNCTION pg_temp.words(length integer) RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT repeat(md5(random()::text), length / 32) $$;
        CREATE FUNCTION pg_temp.message(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '<' || lpad(to_hex((i * 2654435761) % 4294967296), 8, '0') || '.seed@customer.example>' $$;
        CREATE FUNCTION pg_temp.sent(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '<' || lpad(to_hex((i * 2654435761) % 4294967296), 8, '0') || '.sent@helpdesk.example>' $$;
        CREATE FUNCTION pg_temp.customer(i bigint) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT 'customer' || i || '@customer.example' $$
        """;

    private static readonly string[] Statements =
    [
        "INSERT INTO content (hash, length) SELECT sha256(convert_to(random()::text || i, 'UTF8')), 21000 FROM generate_series(1, {count}) i",
        """
        INSERT INTO journal (mailbox, receipt, origin, operation_id, received_at, envelope_recipients, content_id, kept, needs_acknowledgement, message_id, message_key, in_reply_to,
            reference_ids, from_address, from_name, subject, date, date_offset, body_digest, outcome, ticket, finished_at, attempts, conflicts, not_before, fence)
        SELECT 'support', 'uid:0:' || i, 0, gen_random_uuid(), now() - ({count} - i) * interval '30 seconds', '[]', (SELECT min(id) FROM content) + i - 1, false, false,
            pg_temp.message(i), pg_temp.key_of(pg_temp.message(i)), '["<' || md5(random()::text) || '@helpdesk.example>"]', '["<' || md5(random()::text) || '@helpdesk.example>"]',
            pg_temp.customer(1 + (i - 1) % {tickets}), 'Customer', 'Question ' || i || ' about the printer', now(), 60, md5(random()::text) || md5(random()::text),
            CASE WHEN i <= {tickets} THEN 1 ELSE 2 END, (1000 + (i - 1) % {tickets})::text, now(), 1, 0, now(), 1 FROM generate_series(1, {count}) i
        """,
        "INSERT INTO journal_decision (id, text) SELECT i, pg_temp.words(300) FROM generate_series(1, {count}) i",
        "INSERT INTO journal_result (id, text) SELECT i, pg_temp.words(200) FROM generate_series(1, {count}) i",
        "INSERT INTO journal_trace (id, text) SELECT i, pg_temp.words(400) FROM generate_series(1, {count}) i",
        "INSERT INTO reservation (key, journal_id) SELECT gen_random_uuid(), i FROM generate_series(1, {count}) i",
        "INSERT INTO message_index (key, message_id, ticket) SELECT pg_temp.key_of(pg_temp.message(i)), pg_temp.message(i), 1000 + (i - 1) % {tickets} FROM generate_series(1, {count}) i",
        "INSERT INTO message_index (key, message_id, ticket) SELECT pg_temp.key_of(pg_temp.sent(i)), pg_temp.sent(i), 1000 + (i - 1) % {tickets} FROM generate_series(2, {count}, 2) i",
        """
        INSERT INTO outbox (journal_id, message_id, message_key, recipients, lane, template, subject, ticket, account, reverse_path, wants_reports, state, attempts, created_at,
            queued_at, not_before, last_attempt_at)
        SELECT i, pg_temp.sent(i), pg_temp.key_of(pg_temp.sent(i)), '[]', pg_temp.key_of(pg_temp.customer(1 + (i - 1) % {tickets})), 'ticket-received', 'Re: Question ' || i,
            1000 + (i - 1) % {tickets}, 'default', '', true, 2, 1, now(), now(), now(), now() FROM generate_series(2, {count}, 2) i
        """,
        """
        INSERT INTO ticket (id, number, number_key, subject, status, requester_address, requester_name, requester_key, version, created_at)
        SELECT 999 + i, 999 + i, 999 + i, 'Question ' || i || ' about the printer', 1, pg_temp.customer(i), 'Customer', pg_temp.key_of(pg_temp.customer(i)), 1, now() - interval '1 day'
        FROM generate_series(1, {tickets}) i
        """,
        "SELECT setval('ticket_number', 1000 + {tickets})",
        "INSERT INTO contact (id, role, is_active, is_registered) SELECT i, 0, true, false FROM generate_series(1, {tickets}) i",
        "SELECT setval(pg_get_serial_sequence('contact', 'id'), {tickets} + 1)",
        "INSERT INTO contact_address (key, contact_id, position, address, name) SELECT pg_temp.key_of(pg_temp.customer(i)), i, 0, pg_temp.customer(i), 'Customer' FROM generate_series(1, {tickets}) i",
        """
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, message_id, journal_id, text, html)
        SELECT 1000 + (i - 1) % {tickets}, 0, 0, pg_temp.customer(1 + (i - 1) % {tickets}), 'Customer', now(), pg_temp.message(i), i, pg_temp.words(400), pg_temp.words(600)
        FROM generate_series(1, {count}) i
        """,
        "INSERT INTO ticket_operation (operation_id, ticket_id, at, result) SELECT gen_random_uuid(), 1000 + (i - 1) % {tickets}, now(), pg_temp.words(600) FROM generate_series(1, {count}) i",
        "ANALYZE",
        "CHECKPOINT",
    ];

    private static readonly string[] Thread =
    [
        """
        INSERT INTO ticket_entry (ticket_id, kind, visibility, author_address, author_name, at, journal_id, text, html)
        SELECT (SELECT id FROM ticket WHERE number_key = '{number}'), 0, 0, 'customer1@customer.example', 'Customer', now(), 0, pg_temp.words(400), pg_temp.words(600)
        FROM generate_series(1, {count}) i
        """,
        "ANALYZE ticket_entry",
    ];

    /// <inheritdoc/>
    public Task FillAsync(int messages) => RunAsync(Statements, messages, string.Empty);

    /// <inheritdoc/>
    public Task LengthenAsync(string ticketNumber, int entries) => RunAsync(Thread, entries, ticketNumber);

    private async Task RunAsync(IReadOnlyList<string> statements, int count, string number)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false;Command Timeout=0;Search Path={schema}");
        await connection.OpenAsync();
        foreach (var statement in statements.Prepend(Prepare))
        {
            // Numbers of our own, and a ticket's: nothing that anybody else wrote.
            await using var command = connection.CreateCommand();
            command.CommandText = statement
                .Replace("{count}", $"{count}", StringComparison.Ordinal)
                .Replace("{tickets}", $"{IStoreSeed.TicketsOf(count)}", StringComparison.Ordinal)
                .Replace("{number}", number, StringComparison.Ordinal);
            await command.ExecuteNonQueryAsync();
        }
    }
}
