-- lane: the only recipient in lower case; NULL where there are several. alone: whether the last claim was one in doubt.
ALTER TABLE outbox ADD COLUMN lane TEXT;
ALTER TABLE outbox ADD COLUMN alone INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN lost_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN wants_reports INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0;

UPDATE outbox SET queued_at = created_at,
    lane = CASE WHEN json_array_length(recipients) = 1 THEN lower(json_extract(recipients, '$[0].address')) END;

-- By account, so that one that is closed costs nothing.
DROP INDEX outbox_due;
CREATE INDEX outbox_due ON outbox (account, due, id) WHERE due IS NOT NULL;

-- The mails of a ticket that wait, in the order in which they leave.
CREATE INDEX outbox_waiting ON outbox (ticket, id) WHERE due IS NOT NULL AND ticket IS NOT NULL;

CREATE INDEX outbox_reverse_path ON outbox (reverse_path COLLATE NOCASE) WHERE reverse_path <> '';

-- Addresses that get no mail for a time.
CREATE TABLE suppressed_address (
    address TEXT PRIMARY KEY,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL,
    reason TEXT NOT NULL,
    outbox_id INTEGER
) STRICT, WITHOUT ROWID;
