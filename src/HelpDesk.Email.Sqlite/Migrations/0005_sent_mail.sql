-- Mail that was sent and still has its octets, in the order in which they go.
CREATE INDEX outbox_sent ON outbox (last_attempt_at, id) WHERE state = 2 AND content_id IS NOT NULL;
