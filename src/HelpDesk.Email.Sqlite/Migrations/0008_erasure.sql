-- Who was erased, by keyed hashes of their addresses alone.
CREATE TABLE erasure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    marks TEXT NOT NULL,
    reason TEXT NOT NULL,
    mails INTEGER NOT NULL,
    tickets INTEGER NOT NULL,
    entries INTEGER NOT NULL
) STRICT;
