-- Which call claimed the row: one whose answer was lost gives it back.
ALTER TABLE journal_queue ADD COLUMN claim uuid;
ALTER TABLE outbox ADD COLUMN claim uuid;
ALTER TABLE host_event ADD COLUMN claim uuid;
