-- What the relay looks for besides the oldest events: refused ones that are due again, and published ones past their time.

create index outbox_events_retry_ix on outbox_events (next_attempt_at) where published_at is null and attempts > 0;
create index outbox_events_published_ix on outbox_events (published_at) where published_at is not null;
