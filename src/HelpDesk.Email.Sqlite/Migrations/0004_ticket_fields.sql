ALTER TABLE ticket ADD COLUMN priority TEXT;

-- Fields of the host's own.
CREATE TABLE ticket_field (
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (ticket_id, name)
) STRICT, WITHOUT ROWID;

-- Which tickets somebody asked for, the youngest first.
CREATE INDEX ticket_requester ON ticket (requester_address COLLATE NOCASE, id);
