-- Which call claimed the row: one whose answer was lost gives it back.
ALTER TABLE journal_queue ADD COLUMN claim uuid;
ALTER TABLE outbox ADD COLUMN claim uuid;
ALTER TABLE host_event ADD COLUMN claim uuid;

-- The last mails of a mailbox, without a look at all of them.
CREATE INDEX journal_mailbox ON journal (mailbox, id);
