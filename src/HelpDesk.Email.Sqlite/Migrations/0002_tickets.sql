CREATE TABLE ticket (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL UNIQUE COLLATE NOCASE,
    subject TEXT NOT NULL,
    status INTEGER NOT NULL,
    requester_address TEXT NOT NULL,
    requester_name TEXT,
    version INTEGER NOT NULL,
    department TEXT,
    assignee_address TEXT,
    assignee_name TEXT,
    is_locked INTEGER NOT NULL,
    merged_into TEXT,
    linked_to TEXT,
    created_at INTEGER NOT NULL,
    category TEXT,
    type TEXT
) STRICT;

-- role: 0 participant, 1 subscriber. The id keeps the order in which people joined.
CREATE TABLE ticket_person (
    id INTEGER PRIMARY KEY,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    role INTEGER NOT NULL,
    key TEXT NOT NULL,
    address TEXT NOT NULL,
    name TEXT
) STRICT;

CREATE UNIQUE INDEX ticket_person_key ON ticket_person (ticket_id, role, key);

CREATE TABLE ticket_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ticket_id INTEGER NOT NULL REFERENCES ticket (id),
    kind INTEGER NOT NULL,
    visibility INTEGER NOT NULL,
    author_address TEXT NOT NULL,
    author_name TEXT,
    at INTEGER NOT NULL,
    message_id TEXT,
    journal_id INTEGER NOT NULL,
    text TEXT NOT NULL,
    html TEXT
) STRICT;

CREATE INDEX ticket_entry_ticket ON ticket_entry (ticket_id);

CREATE TABLE ticket_attachment (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES ticket_entry (id),
    content_id INTEGER NOT NULL REFERENCES content (id),
    file_name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    cid TEXT,
    is_inline INTEGER NOT NULL
) STRICT;

CREATE INDEX ticket_attachment_entry ON ticket_attachment (entry_id);
CREATE INDEX ticket_attachment_content ON ticket_attachment (content_id);

-- What became of each operation. Those without a ticket had no effect and never will; they go after a while.
CREATE TABLE ticket_operation (
    id INTEGER PRIMARY KEY,
    operation_id BLOB NOT NULL UNIQUE,
    ticket_id INTEGER REFERENCES ticket (id),
    at INTEGER NOT NULL,
    result TEXT NOT NULL
) STRICT;

CREATE INDEX ticket_operation_void ON ticket_operation (at) WHERE ticket_id IS NULL;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    role INTEGER NOT NULL,
    is_active INTEGER NOT NULL,
    is_registered INTEGER NOT NULL,
    company TEXT,
    department TEXT,
    location TEXT
) STRICT;

-- position: 0 for the main address of the person.
CREATE TABLE contact_address (
    key TEXT PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES contact (id),
    position INTEGER NOT NULL,
    address TEXT NOT NULL,
    name TEXT
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX contact_address_contact ON contact_address (contact_id, position);

-- retired_at: NULL for the one that signs.
CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,
    secret BLOB NOT NULL,
    created_at INTEGER NOT NULL,
    retired_at INTEGER
) STRICT, WITHOUT ROWID;
