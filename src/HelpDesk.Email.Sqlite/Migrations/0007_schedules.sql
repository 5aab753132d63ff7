-- When a ticket was closed; NULL while it is open, and for tickets that were closed before this column was there.
ALTER TABLE ticket ADD COLUMN closed_at INTEGER;

CREATE INDEX ticket_closed ON ticket (closed_at, id) WHERE closed_at IS NOT NULL;

-- The tickets that are worked on, among the many that are not any more (status: 3 closed).
CREATE INDEX ticket_open ON ticket (id) WHERE status <> 3;

CREATE TABLE knowledge_article (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    url TEXT,
    folder TEXT,
    culture TEXT
) STRICT;

-- The words of the articles, under their ids.
CREATE VIRTUAL TABLE knowledge_word USING fts5 (title, text, content = 'knowledge_article', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
