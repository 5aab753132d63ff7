-- kept: whether the octets are still the row's. A content may outlive that, for a mail of the outbox or a file of a ticket.
ALTER TABLE journal ADD COLUMN kept INTEGER NOT NULL DEFAULT 1;

CREATE INDEX journal_kept ON journal (received_at, content_id) WHERE kept = 1;
