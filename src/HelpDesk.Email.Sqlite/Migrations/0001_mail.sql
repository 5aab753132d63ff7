-- Times are counts of 100 ns since the year 1 in UTC; lists are JSON; ids of operations and events are 16 octets.

-- Octets, once for each SHA-256. The row stays when its octets are purged, so that copies are still recognised.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    length INTEGER NOT NULL,
    stage INTEGER,
    octets BLOB
) STRICT;

-- Large octets are written in chunks before the row that needs them; a stage that nothing took over is swept away.
CREATE TABLE content_stage (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    touched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE content_chunk (
    stage INTEGER NOT NULL,
    position INTEGER NOT NULL,
    octets BLOB NOT NULL,
    PRIMARY KEY (stage, position)
) STRICT;

-- What is known of each row from its start, and how it ended. The counts are those at its end: before, the queue has them.
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mailbox TEXT NOT NULL,
    receipt TEXT NOT NULL,
    origin INTEGER NOT NULL,
    operation_id BLOB NOT NULL,
    received_at INTEGER NOT NULL,
    reverse_path TEXT,
    envelope_recipients TEXT NOT NULL,
    content_id INTEGER NOT NULL REFERENCES content (id),
    needs_acknowledgement INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    in_reply_to TEXT NOT NULL,
    reference_ids TEXT NOT NULL,
    from_address TEXT,
    from_name TEXT,
    subject TEXT NOT NULL,
    date INTEGER,
    date_offset INTEGER,
    body_digest TEXT NOT NULL,
    outcome INTEGER NOT NULL,
    ticket TEXT,
    duplicate_of INTEGER,
    finished_at INTEGER,
    attempts INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    fence INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX journal_receipt ON journal (mailbox, receipt);
CREATE INDEX journal_content ON journal (content_id);
CREATE INDEX journal_message ON journal (message_id);
CREATE INDEX journal_ticket ON journal (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX journal_unacknowledged ON journal (mailbox) WHERE needs_acknowledgement = 1;
CREATE INDEX journal_rare_outcome ON journal (outcome) WHERE outcome > 2;

-- The rows that are not finished, and nothing else: it stays short while the journal grows.
-- due: 0 when it can be claimed; else when it can be, or when its lease ends.
CREATE TABLE journal_queue (
    id INTEGER PRIMARY KEY REFERENCES journal (id),
    state INTEGER NOT NULL,
    due INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    node TEXT,
    fence INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    conflicts INTEGER NOT NULL,
    waiting_since INTEGER,
    crashes INTEGER NOT NULL
) STRICT;

CREATE INDEX journal_queue_due ON journal_queue (due);

-- Long texts apart from the row, so that a change of one does not write the others again.
CREATE TABLE journal_decision (id INTEGER PRIMARY KEY REFERENCES journal (id), text TEXT NOT NULL) STRICT;
CREATE TABLE journal_result (id INTEGER PRIMARY KEY REFERENCES journal (id), text TEXT NOT NULL) STRICT;
CREATE TABLE journal_trace (id INTEGER PRIMARY KEY REFERENCES journal (id), text TEXT NOT NULL) STRICT;

CREATE TABLE reservation (
    key TEXT PRIMARY KEY,
    journal_id INTEGER NOT NULL REFERENCES journal (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reservation_journal ON reservation (journal_id);

CREATE TABLE message_index (
    message_id TEXT PRIMARY KEY,
    ticket TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- due: NULL when nothing more happens to it; else as in the journal's queue. counted: whether the present claim counted its attempt.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    journal_id INTEGER NOT NULL REFERENCES journal (id),
    message_id TEXT NOT NULL,
    recipients TEXT NOT NULL,
    content_id INTEGER REFERENCES content (id),
    template TEXT NOT NULL,
    subject TEXT NOT NULL,
    ticket TEXT,
    account TEXT NOT NULL,
    reverse_path TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    last_attempt_at INTEGER,
    last_error TEXT,
    due INTEGER,
    node TEXT,
    fence INTEGER NOT NULL,
    counted INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_due ON outbox (due) WHERE due IS NOT NULL;
CREATE INDEX outbox_journal ON outbox (journal_id);
CREATE INDEX outbox_message ON outbox (message_id);
CREATE INDEX outbox_ticket ON outbox (ticket) WHERE ticket IS NOT NULL;
CREATE INDEX outbox_content ON outbox (content_id) WHERE content_id IS NOT NULL;
CREATE INDEX outbox_unsent ON outbox (state) WHERE state <> 2;

-- One row for each mail that counts against a key, until no window reaches back to it.
CREATE TABLE throttle (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

CREATE INDEX throttle_key ON throttle (key, at);
CREATE INDEX throttle_expiry ON throttle (expires_at);

-- due: NULL while an older event of the ticket is not told; else as in the journal's queue.
CREATE TABLE host_event (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id BLOB NOT NULL,
    type TEXT NOT NULL,
    ticket TEXT NOT NULL,
    payload TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    due INTEGER,
    node TEXT,
    fence INTEGER NOT NULL
) STRICT;

CREATE INDEX host_event_due ON host_event (due) WHERE due IS NOT NULL;
CREATE INDEX host_event_ticket ON host_event (ticket);

CREATE TABLE mailbox (
    name TEXT PRIMARY KEY,
    cursor TEXT,
    last_success INTEGER,
    failures INTEGER NOT NULL
) STRICT;

CREATE TABLE lease (
    name TEXT PRIMARY KEY,
    node TEXT,
    fence INTEGER NOT NULL,
    until INTEGER NOT NULL
) STRICT;
